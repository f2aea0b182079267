import { groupedScores, meanOf, subjectMeans } from "./grouped-scores.ts";
import type { SessionScore } from "./session-score.ts";

/** What one subject scored. */
export interface SubjectScore {
  readonly subject: string;
  /** Mean over its sessions. */
  readonly score: number;
  /** Number of sessions. */
  readonly sessions: number;
}

/** One score and what it is the mean of. */
export interface AggregatedScore {
  readonly score: number;
  /** In the order people expect: `VG1-GC#48` before `VG1-GC#105`. */
  readonly subjects: readonly SubjectScore[];
}

/**
 * Mean over the sessions of each subject, then over the subjects, so that an animal with many sessions weighs no more
 * than one with few. The same bits whatever the order of `scores`.
 *
 * @throws BraidynError `METRIC_NO_SESSIONS`, `METRIC_SESSION_TWICE`, `METRIC_SESSION_NOT_FINITE`.
 */
export function aggregate(scores: readonly SessionScore[]): AggregatedScore {
  const grouped = groupedScores(scores);
  const means = subjectMeans(grouped);
  const subjects = grouped.subjects.map((subject, s) => ({
    subject,
    score: means[s]!,
    sessions: grouped.starts[s + 1]! - grouped.starts[s]!,
  }));
  return { score: meanOf(means), subjects };
}
