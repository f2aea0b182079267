import type { GroupedScores } from "./grouped-scores.ts";
import { below, createWords } from "./words.ts";

/** How to resample. */
export interface ResamplingOptions {
  /** What all draws follow from. */
  readonly seed: number | string;
  /** Number of resamples; 2,000 settle the second digit of an interval's ends. */
  readonly resamples?: number;
  /** Share of studies whose interval is to hold the true score. */
  readonly level?: number;
}

export const DEFAULT_RESAMPLES = 2000;
export const DEFAULT_LEVEL = 0.95;

/**
 * The aggregated score of each resample, sorted. A resample draws as many subjects as there are, with replacement, then
 * as many sessions of each drawn subject as it has, with replacement: sessions of one animal are alike, and resampling
 * sessions alone would make intervals too narrow.
 *
 * The draws follow from the seed and from how many sessions each subject has, never from the scores: two entries scored
 * on the same sessions are resampled alike. Source: Saravanan, Berman & Sober 2020 (hierarchical bootstrap).
 *
 * @throws RangeError unless `resamples` is a whole number of at least 1.
 */
export function resampledScores(
  { subjects, starts, values }: GroupedScores,
  { seed, resamples = DEFAULT_RESAMPLES }: Pick<ResamplingOptions, "seed" | "resamples">,
): Float64Array {
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`resamples must be a whole number of at least 1, not ${resamples}`);
  }
  const fill = createWords(seed);
  const words = new Uint32Array(subjects.length * (1 + mostSessions(starts)));
  const scores = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    fill(words);
    scores[r] = oneResample(starts, values, words);
  }
  return scores.sort();
}

function oneResample(starts: Uint32Array, values: Float64Array, words: Uint32Array): number {
  const subjects = starts.length - 1;
  let next = 0;
  let score = 0;
  for (let s = 0; s < subjects; s++) {
    const subject = below(words[next++]!, subjects);
    const first = starts[subject]!;
    const sessions = starts[subject + 1]! - first;
    let sum = 0;
    for (let i = 0; i < sessions; i++) sum += values[first + below(words[next++]!, sessions)]!;
    score += sum / sessions;
  }
  return score / subjects;
}

function mostSessions(starts: Uint32Array): number {
  let most = 0;
  for (let s = 1; s < starts.length; s++) most = Math.max(most, starts[s]! - starts[s - 1]!);
  return most;
}
