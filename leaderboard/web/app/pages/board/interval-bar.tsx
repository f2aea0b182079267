import type { BoardEntry } from "@braidyn/leaderboard/api";
import type { IntervalScale } from "../../../src/board/interval-scale.ts";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";

interface IntervalBarProps {
  readonly of: Pick<BoardEntry, "score" | "low" | "high">;
  readonly scale: IntervalScale | null;
  readonly precision: number;
}

/** A score and its interval, drawn on the board's line and said in numbers. */
export function IntervalBar({ of: { score, low, high }, scale, precision }: IntervalBarProps) {
  if (score === null || scale === null) return null;
  const at = (value: number) => `${scale.position(value)}%`;
  return (
    <div class="bar-cell">
      <svg class="bar" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <line key={tick} class="grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
        ))}
        {low === null || high === null ? null : (
          <line class="span" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
        )}
        <circle cx={at(score)} cy="50%" r="4.5" />
      </svg>
      <IntervalText of={{ low, high }} precision={precision} />
    </div>
  );
}

type IntervalTextProps = Pick<IntervalBarProps, "precision"> & {
  readonly of: Pick<BoardEntry, "low" | "high">;
};

/** "0.81–0.87" for the eye, "0.81 to 0.87" for the ear. */
export function IntervalText({ of: { low, high }, precision }: IntervalTextProps) {
  const { say } = useWords();
  if (low === null || high === null) return null;
  const ends = { low: shown(low, precision), high: shown(high, precision) };
  return (
    <span class="bar-text">
      <span aria-hidden="true">
        {ends.low}–{ends.high}
      </span>
      <span class="unseen">{say("fromTo", ends)}</span>
    </span>
  );
}

/** The line's round numbers. */
export function IntervalAxis({ scale }: { scale: IntervalScale | null }) {
  if (scale === null) return null;
  return (
    <div class="bar-cell">
      <svg class="bar axis" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <text key={tick} x={`${scale.position(tick)}%`} y="11">
            {String(tick).replace("-", "−")}
          </text>
        ))}
      </svg>
      <span class="bar-text" />
    </div>
  );
}
