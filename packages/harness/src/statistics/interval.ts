import { percentileOfSorted } from "../metric/percentile.ts";
import { expandedTail } from "./expanded-tail.ts";
import { DEFAULT_LEVEL } from "./resampling.ts";

/** Two ends. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The expanded percentile interval of sorted resamples of `subjects` subjects; see `expandedTail`. */
export function expandedInterval(
  sorted: Float64Array,
  subjects: number,
  level: number = DEFAULT_LEVEL,
): Interval {
  return between(sorted, expandedTail(subjects, level));
}

/** The middle `level` of sorted resamples: too narrow for few subjects. Source: Efron & Tibshirani 1993, ch. 13. */
export function percentileInterval(sorted: Float64Array, level: number): Interval {
  return between(sorted, (1 - level) / 2);
}

/** By linear percentiles. */
function between(sorted: Float64Array, tail: number): Interval {
  return { low: percentileOfSorted(sorted, 100 * tail), high: percentileOfSorted(sorted, 100 - 100 * tail) };
}
