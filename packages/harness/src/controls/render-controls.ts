import { controlTexts, formatMessage, type Language } from "@braidyn/core";
import { shownInterval, shownScore } from "../score/text-table.ts";
import type { ControlLine } from "./controls.ts";

/** Controls as lines of a board, without a rank, and what is to be said below it. */
export function renderControls(
  lines: readonly ControlLine[],
  { language, precision }: { readonly language: Language; readonly precision: number },
): { readonly rows: string[][]; readonly notes: string[] } {
  const nameOf = ({ control }: ControlLine) => controlTexts[control][language];
  const scored = lines.filter(({ score }) => score !== null);
  const rows = scored.map((line) => [
    "-",
    formatMessage(controlTexts.control, { name: nameOf(line) }, language),
    shownScore(line.score, precision),
    shownInterval(line.low, line.high, precision),
    String(line.subjects),
    String(line.sessions),
  ]);
  const without = lines.flatMap((line) => {
    const { reason } = line;
    if (reason === null) return [];
    const said = { name: nameOf(line), reason: reason[language] };
    return [formatMessage(controlTexts.controlWithout, said, language)];
  });
  const outside = lines.flatMap((line) => {
    if (line.outside === null) return [];
    const { score, low, high } = line.outside;
    const interval = shownInterval(low, high, precision);
    const said = { name: nameOf(line), score: shownScore(score, precision), interval };
    return [formatMessage(controlTexts.controlOutside, said, language)];
  });
  return {
    rows,
    notes: lines.length === 0 ? [] : [controlTexts.controlNote[language], ...without, ...outside],
  };
}
