import { groupedScores, meanOf, subjectMeans } from "./grouped-scores.ts";
import {
  DEFAULT_LEVEL,
  drawResamples,
  middleOf,
  resampledScores,
  type ResamplingOptions,
} from "./resampling.ts";
import type { SessionScore } from "./session-score.ts";

/** A score and where it would lie, had other animals and days been recorded. */
export interface ScoreInterval {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** 0.95: the interval holds 95 % of the resamples. */
  readonly level: number;
  readonly resamples: number;
  /** Number of subjects; below `MIN_SUBJECTS` the interval is too narrow. */
  readonly subjects: number;
  /** Number of sessions. */
  readonly sessions: number;
}

/**
 * The aggregated score with its percentile interval over resamples of subjects and of sessions within them.
 * The same bits for the same scores and seed, whatever their order. Source: Efron & Tibshirani 1993, ch. 13;
 * Saravanan, Berman & Sober 2020 for the hierarchical bootstrap.
 *
 * @throws BraidynError as `aggregate`; RangeError for `resamples` or `level` that make no sense.
 */
export function bootstrapInterval(
  scores: readonly SessionScore[],
  options: ResamplingOptions,
): ScoreInterval {
  const grouped = groupedScores(scores);
  const resamples = drawResamples(grouped, options);
  const { level = DEFAULT_LEVEL } = options;
  return {
    score: meanOf(subjectMeans(grouped)),
    ...middleOf(resampledScores(grouped, resamples), level),
    level,
    resamples: resamples.count,
    subjects: grouped.subjects.length,
    sessions: grouped.sessions.length,
  };
}
