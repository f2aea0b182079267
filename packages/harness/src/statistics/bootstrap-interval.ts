import { groupedScores, meanOf, subjectMeans } from "./grouped-scores.ts";
import { expandedInterval } from "./interval.ts";
import { DEFAULT_LEVEL, resampledScores, type ResamplingOptions } from "./resampling.ts";
import type { SessionScore } from "./session-score.ts";

/** A score and where it would lie, had other animals and days been recorded. */
export interface ScoreInterval {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** 0.95: in 95 % of studies, such an interval holds the true score; `braidyn challenge coverage` measures it. */
  readonly level: number;
  readonly resamples: number;
  /** Number of subjects; below `MIN_SUBJECTS` the interval may be too narrow. */
  readonly subjects: number;
  /** Number of sessions. */
  readonly sessions: number;
}

/**
 * The aggregated score with its expanded percentile interval over resamples of subjects and of sessions within them.
 * The same bits for the same scores and seed, whatever their order. Source: see `resampledScores`, `expandedTail`.
 *
 * @throws BraidynError as `aggregate`; RangeError for `resamples` or `level` that make no sense.
 */
export function bootstrapInterval(
  scores: readonly SessionScore[],
  options: ResamplingOptions,
): ScoreInterval {
  const grouped = groupedScores(scores);
  const resampled = resampledScores(grouped, options);
  const { level = DEFAULT_LEVEL } = options;
  return {
    score: meanOf(subjectMeans(grouped)),
    ...expandedInterval(resampled, grouped.subjects.length, level),
    level,
    resamples: resampled.length,
    subjects: grouped.subjects.length,
    sessions: grouped.sessions.length,
  };
}
