import { controlTexts, formatMessage, type Language } from "@braidyn/core";
import type { Board, ControlEntry } from "@braidyn/leaderboard/api";
import { shownScore } from "./shown-score.ts";

/** Why a control has no score, and how far it would go with what the input does not hold. */
export function controlNotes(
  { control, reason, outside }: ControlEntry,
  { precision }: Pick<Board, "precision">,
  language: Language,
): string[] {
  const number = (value: number) => shownScore(value, precision);
  return [
    ...(reason === null ? [] : [reason[language]]),
    ...(outside === null
      ? []
      : [
          formatMessage(
            controlTexts.controlOutside,
            {
              name: controlTexts[control][language],
              score: number(outside.score),
              interval: `[${number(outside.low)}, ${number(outside.high)}]`,
            },
            language,
          ),
        ]),
  ];
}
