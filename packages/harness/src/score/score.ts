import { BraidynError, compareSubjects, isBraidynError } from "@braidyn/core";
import type { Board, TruthTable } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import { isMetricName, metrics, type Metric, type MetricName } from "../metric/registry.ts";
import { aggregate } from "../statistics/aggregate.ts";
import { bootstrapInterval } from "../statistics/bootstrap-interval.ts";
import { MIN_SUBJECTS } from "../statistics/few-subjects.ts";
import { scoreSessions } from "../statistics/score-sessions.ts";
import type { Predictions } from "../submission/predictions.ts";
import { harnessVersion } from "../version.ts";
import { boardSessions, type BoardSession } from "./board-sessions.ts";
import type { MetricReport, Report, ReportDigests, ReportReason, ReportWarning } from "./report.ts";

export interface ScoreOptions {
  readonly definition: ChallengeDefinition;
  /** Of the split that the board belongs to; `bundle.truth(split)`. */
  readonly truth: TruthTable;
  readonly predictions: Predictions;
  readonly board: Board;
  readonly digests: ReportDigests;
}

/**
 * Scores predictions on a board: every metric by session, averaged to subjects and over them, with an interval from
 * resampling both. Pure: the same arguments give the same report, to the byte of its canonical JSON, anywhere.
 *
 * @throws BraidynError `BUNDLE_NO_BOARD`, `SUBMISSION_BOARD`, `SUBMISSION_ROWS_MISSING`, `BUNDLE_METRIC`, and `METRIC_*` when the primary
 * metric cannot be computed (a secondary one that cannot is reported without a score).
 */
export function score({ definition, truth, predictions, board, digests }: ScoreOptions): Report {
  const sessions = boardSessions(truth, predictions, board);
  const { primary, secondary } = definition.metrics;
  const { statistics } = definition;
  const columns = Object.keys(truth.columns).length;
  const reports = [primary, ...secondary].map((name, i) => {
    const metric = overColumns(metricNamed(name), columns);
    return i === 0
      ? primaryReport(metric, sessions, statistics)
      : secondaryReport(metric, sessions, statistics);
  });
  const subjects = new Set(sessions.map(({ subject }) => subject)).size;
  return {
    format: "braidyn-report/1",
    challenge: definition.id,
    board,
    verified: false,
    counts: { rows: sessions.reduce((sum, { rows }) => sum + rows, 0), sessions: sessions.length, subjects },
    statistics: { ...statistics },
    metrics: reports,
    warnings: warningsOf(subjects),
    digests: { ...digests, scorer: `@braidyn/harness ${harnessVersion}` },
  };
}

type Statistics = ChallengeDefinition["statistics"];

function metricNamed(name: string): Metric {
  if (isMetricName(name)) return metrics[name];
  throw new BraidynError("BUNDLE_METRIC", { metric: name, known: Object.keys(metrics).join(", ") });
}

/** With several truth columns, a session's score is the mean of the columns' scores. */
function overColumns(metric: Metric, columns: number): Metric {
  if (columns === 1) return metric;
  return {
    ...metric,
    compute: (truth, prediction) => {
      const rows = truth.length / columns;
      let sum = 0;
      for (let start = 0; start < truth.length; start += rows) {
        sum += metric.compute(truth.subarray(start, start + rows), prediction.subarray(start, start + rows));
      }
      return sum / columns;
    },
  };
}

function primaryReport(
  metric: Metric,
  sessions: readonly BoardSession[],
  { resamples, level, seed }: Statistics,
): MetricReport {
  const { scores, skipped } = scoreSessions(metric, sessions);
  const { low, high } = bootstrapInterval(scores, { resamples, level, seed });
  const { score: mean, subjects } = aggregate(scores);
  const rowsOf = new Map(
    sessions.map(({ subject, session, rows }) => [JSON.stringify([subject, session]), rows]),
  );
  const bySession = scores.map(({ subject, session, value }) => {
    const rows = rowsOf.get(JSON.stringify([subject, session])) ?? 0;
    return { subject, session, rows, score: value };
  });
  return {
    ...heading(metric, "primary"),
    score: mean,
    low,
    high,
    subjects,
    sessions: bySession.sort(bySubject),
    skipped: skipped
      .map(({ subject, session, reason }) => ({ subject, session, reason: reasonOf(reason) }))
      .sort(bySubject),
    problem: null,
  };
}

/** Scores that rank well need not be probabilities: what a secondary metric refuses must not void the primary. */
function secondaryReport(
  metric: Metric,
  sessions: readonly BoardSession[],
  statistics: Statistics,
): MetricReport {
  try {
    return { ...primaryReport(metric, sessions, statistics), role: "secondary" };
  } catch (error) {
    if (!isBraidynError(error) || !error.code.startsWith("METRIC_")) throw error;
    const none = { score: null, low: null, high: null, subjects: [], sessions: [], skipped: [] };
    return { ...heading(metric, "secondary"), ...none, problem: reasonOf(error) };
  }
}

function heading({ name, direction, chance }: Metric, role: MetricReport["role"]) {
  return { metric: name satisfies MetricName, role, direction, chance };
}

function reasonOf(error: BraidynError): ReportReason {
  return { code: error.code, en: error.in("en").message, ja: error.in("ja").message };
}

function warningsOf(subjects: number): ReportWarning[] {
  return subjects < MIN_SUBJECTS ? ["few-subjects", "not-verified"] : ["not-verified"];
}

function bySubject(a: { subject: string; session: string }, b: { subject: string; session: string }): number {
  const order = compareSubjects(a.subject, b.subject);
  if (order !== 0) return order;
  return a.session < b.session ? -1 : Number(a.session > b.session);
}
