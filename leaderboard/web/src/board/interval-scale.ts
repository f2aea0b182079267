import type { Board } from "@braidyn/leaderboard/api";

/** Where scores stand on one line that all rows of a board share. */
export interface IntervalScale {
  /** Percent of the line's length, 0 to 100. */
  position(score: number): number;
  /** Round scores for its axis. */
  readonly ticks: readonly number[];
}

interface Interval {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A line on which every interval of a board fits; null where nothing has a score. */
export function intervalScale({
  entries,
  controls,
}: Pick<Board, "entries" | "controls">): IntervalScale | null {
  const values = [...entries, ...controls].flatMap(({ score, low, high }: Interval) =>
    [score, low, high].filter((value) => value !== null),
  );
  if (values.length === 0) return null;
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const margin = (most - least) * 0.04 || 0.5;
  const [start, end] = [least - margin, most + margin];
  return {
    position: (score) => (100 * (score - start)) / (end - start),
    ticks: roundSteps(start, end),
  };
}

/** Two to four round numbers within a span. */
function roundSteps(start: number, end: number): number[] {
  const raw = (end - start) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10);
  const first = Math.ceil(start / step);
  const count = Math.floor(end / step) - first + 1;
  // through the decimal text, or .1 + .2 would be shown as .30000000000000004
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
