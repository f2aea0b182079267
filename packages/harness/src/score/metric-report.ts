import { compareSubjects, isBraidynError, type BraidynError } from "@braidyn/core";
import type { Metric } from "../metric/registry.ts";
import { aggregate } from "../statistics/aggregate.ts";
import { bootstrapInterval } from "../statistics/bootstrap-interval.ts";
import type { ResamplingOptions } from "../statistics/resampling.ts";
import { scoreEach } from "../statistics/score-sessions.ts";
import type { SessionScore } from "../statistics/session-score.ts";
import type { BoardGroup } from "./board-groups.ts";
import type { MetricReport, ReportReason } from "./report.ts";

/**
 * One metric over the groups of a board. With several truth columns, a group's score is the mean of the columns'.
 *
 * @throws BraidynError `METRIC_*` when it cannot be computed.
 */
export function primaryReport(
  metric: Metric,
  groups: readonly BoardGroup[],
  resampling: ResamplingOptions,
): MetricReport {
  const byColumn = new Map<string, SessionScore[]>();
  const { scores, skipped } = scoreEach(groups, (group) => {
    const values = group.columns.map(({ truth, prediction, reference }) =>
      metric.compute(truth, prediction, reference),
    );
    group.columns.forEach(({ column }, c) => {
      const own = byColumn.get(column) ?? [];
      own.push({ subject: group.subject, session: group.session, value: values[c]! });
      byColumn.set(column, own);
    });
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const { low, high } = bootstrapInterval(scores, resampling);
  const { score, subjects } = aggregate(scores);
  const groupOf = new Map(groups.map((group) => [keyOf(group), group]));
  const sizeOf = (place: Place) => groupOf.get(keyOf(place)) ?? { sessions: 0, rows: 0 };
  const sessions = scores
    .map(({ subject, session, value }) => {
      const { rows } = sizeOf({ subject, session });
      return { subject, session, rows, score: value };
    })
    .sort(bySubject);
  return {
    ...heading(metric, "primary"),
    score,
    low,
    high,
    subjects: subjects.map((each) => ({
      ...each,
      sessions: sessions.reduce((n, one) => n + (one.subject === each.subject ? sizeOf(one).sessions : 0), 0),
    })),
    worst: worstOf(subjects, metric),
    columns: [...byColumn].map(([column, own]) => ({ column, score: aggregate(own).score })),
    sessions,
    skipped: skipped
      .map(({ subject, session, reason }) => ({ subject, session, reason: reasonOf(reason) }))
      .sort(bySubject),
    problem: null,
  };
}

/** Scores that rank well need not be probabilities: what a secondary metric refuses must not void the primary. */
export function secondaryReport(
  metric: Metric,
  groups: readonly BoardGroup[],
  resampling: ResamplingOptions,
): MetricReport {
  try {
    return { ...primaryReport(metric, groups, resampling), role: "secondary" };
  } catch (error) {
    if (!isBraidynError(error) || !error.code.startsWith("METRIC_")) throw error;
    const none = { score: null, low: null, high: null, worst: null };
    const lists = { subjects: [], columns: [], sessions: [], skipped: [] };
    return { ...heading(metric, "secondary"), ...none, ...lists, problem: reasonOf(error) };
  }
}

/** The subject on which the entry does worst; the first of those that share the score. */
function worstOf(
  subjects: readonly { readonly subject: string; readonly score: number }[],
  { direction }: Metric,
): MetricReport["worst"] {
  const sign = direction === "maximize" ? 1 : -1;
  const [first, ...others] = subjects;
  if (first === undefined) return null;
  const worst = others.reduce(
    (least, each) => (sign * each.score < sign * least.score ? each : least),
    first,
  );
  return { subject: worst.subject, score: worst.score };
}

function heading({ name, direction, chance }: Metric, role: MetricReport["role"]) {
  return { metric: name, role, direction, chance };
}

function reasonOf(error: BraidynError): ReportReason {
  return { code: error.code, en: error.in("en").message, ja: error.in("ja").message };
}

interface Place {
  readonly subject: string;
  readonly session: string;
}

function keyOf({ subject, session }: Place): string {
  return JSON.stringify([subject, session]);
}

function bySubject(a: Place, b: Place): number {
  const order = compareSubjects(a.subject, b.subject);
  if (order !== 0) return order;
  return a.session < b.session ? -1 : Number(a.session > b.session);
}
