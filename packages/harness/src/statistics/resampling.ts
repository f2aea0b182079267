import { createRandom } from "../random.ts";
import { percentileOfSorted } from "../metric/percentile.ts";
import type { GroupedScores } from "./grouped-scores.ts";

/** How to resample. */
export interface ResamplingOptions {
  /** What all draws follow from. */
  readonly seed: number | string;
  /** Number of resamples; 2,000 settle the second digit of an interval's ends. */
  readonly resamples?: number;
  /** Share of the resamples within the interval. */
  readonly level?: number;
}

export const DEFAULT_RESAMPLES = 2000;
export const DEFAULT_LEVEL = 0.95;

/** How often each resample drew each session: resamples x sessions, row by row. */
export interface Resamples {
  readonly count: number;
  readonly draws: Uint32Array;
}

/**
 * Draws subjects with replacement, then as many sessions of each drawn subject as it has, with replacement.
 * Sessions of one animal are alike; resampling sessions alone would make intervals too narrow.
 */
export function drawResamples(
  { subjects, starts, values }: GroupedScores,
  { seed, resamples = DEFAULT_RESAMPLES }: ResamplingOptions,
): Resamples {
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`resamples must be a whole number of at least 1, not ${resamples}`);
  }
  const random = createRandom(seed);
  const draws = new Uint32Array(resamples * values.length);
  for (let row = 0; row < draws.length; row += values.length) {
    for (let s = 0; s < subjects.length; s++) {
      const subject = random.integer(subjects.length);
      const first = starts[subject]!;
      const sessions = starts[subject + 1]! - first;
      for (let i = 0; i < sessions; i++) draws[row + first + random.integer(sessions)]!++;
    }
  }
  return { count: resamples, draws };
}

/** The aggregated score of each resample, sorted. */
export function resampledScores(grouped: GroupedScores, { count, draws }: Resamples): Float64Array {
  const { subjects, starts, values } = grouped;
  const scores = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let score = 0;
    for (let s = 0; s < subjects.length; s++) {
      let sum = 0;
      for (let i = starts[s]!; i < starts[s + 1]!; i++) sum += draws[r * values.length + i]! * values[i]!;
      score += sum / (starts[s + 1]! - starts[s]!);
    }
    scores[r] = score / subjects.length;
  }
  return scores.sort();
}

/** The middle `level` of sorted scores, by linear percentiles. */
export function middleOf(sorted: Float64Array, level: number = DEFAULT_LEVEL): { low: number; high: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie between 0 and 1, not ${level}`);
  const tail = 50 * (1 - level);
  return { low: percentileOfSorted(sorted, tail), high: percentileOfSorted(sorted, 100 - tail) };
}
