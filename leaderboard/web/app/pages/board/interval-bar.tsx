import type { BoardEntry } from "@braidyn/leaderboard/api";
import type { IntervalScale } from "../../../src/board/interval-scale.ts";
import { useWords } from "../../words/language.tsx";
import { score as shown } from "../../words/numbers.ts";

interface IntervalBarProps {
  readonly of: Pick<BoardEntry, "score" | "low" | "high">;
  readonly scale: IntervalScale | null;
  readonly precision: number;
}

/** A score and its interval, drawn on the board's line and said in numbers. */
export function IntervalBar({ of: { score, low, high }, scale, precision }: IntervalBarProps) {
  const { say } = useWords();
  if (score === null || scale === null) return null;
  const at = (value: number) => `${scale.position(value)}%`;
  const text =
    low === null || high === null
      ? shown(score, precision)
      : say("fromTo", { low: shown(low, precision), high: shown(high, precision) });
  return (
    <>
      <svg class="bar" aria-hidden="true" height="18" width="100%">
        {scale.ticks.map((tick) => (
          <line key={tick} class="grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
        ))}
        {low === null || high === null ? null : (
          <line class="span" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
        )}
        <circle cx={at(score)} cy="50%" r="4.5" />
      </svg>
      <span class="bar-text">{text}</span>
    </>
  );
}

/** The line's round numbers. */
export function IntervalAxis({ scale }: { scale: IntervalScale | null }) {
  if (scale === null) return null;
  return (
    <svg class="bar axis" aria-hidden="true" height="14" width="100%">
      {scale.ticks.map((tick) => (
        <text key={tick} x={`${scale.position(tick)}%`} y="11">
          {String(tick).replace("-", "−")}
        </text>
      ))}
    </svg>
  );
}
