import { BraidynError, compareSubjects } from "@braidyn/core";
import type { SessionScore } from "./session-score.ts";

/** Scores laid out subject by subject, in an order that does not depend on how they were given. */
export interface GroupedScores {
  /** Subjects in the order people expect. */
  readonly subjects: readonly string[];
  /** Subject `s` has the sessions `starts[s] <= i < starts[s + 1]`. */
  readonly starts: Uint32Array;
  /** One name a session. */
  readonly sessions: readonly string[];
  /** One finite score a session. */
  readonly values: Float64Array;
}

/**
 * Groups scores by subject. Sums run in this order, so that the same scores give the same bits.
 *
 * @throws BraidynError `METRIC_NO_SESSIONS`, `METRIC_SESSION_TWICE`, `METRIC_SESSION_NOT_FINITE`.
 */
export function groupedScores(scores: readonly SessionScore[]): GroupedScores {
  if (scores.length === 0) throw new BraidynError("METRIC_NO_SESSIONS", {});
  const sorted = [...scores].sort(compareScores);
  sorted.forEach((score, i) => checkScore(score, sorted[i - 1]));
  const subjects = [...new Set(sorted.map((score) => score.subject))];
  const starts = subjects.map((subject) => sorted.findIndex((score) => score.subject === subject));
  return {
    subjects,
    starts: Uint32Array.from([...starts, sorted.length]),
    sessions: sorted.map((score) => score.session),
    values: Float64Array.from(sorted, (score) => score.value),
  };
}

/** Mean over the sessions of each subject. */
export function subjectMeans({ subjects, starts, values }: GroupedScores): Float64Array {
  return Float64Array.from(subjects, (_, s) => meanOf(values.subarray(starts[s], starts[s + 1])));
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function compareScores(a: SessionScore, b: SessionScore): number {
  return (
    compareSubjects(a.subject, b.subject) ||
    compareText(a.subject, b.subject) || // "m1" and "m01" are two subjects of one place in the order
    compareText(a.session, b.session)
  );
}

/** By code unit: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function checkScore({ subject, session, value }: SessionScore, before: SessionScore | undefined): void {
  if (!Number.isFinite(value)) {
    throw new BraidynError("METRIC_SESSION_NOT_FINITE", { subject, session, value: String(value) });
  }
  if (before?.subject === subject && before.session === session) {
    throw new BraidynError("METRIC_SESSION_TWICE", { subject, session });
  }
}
