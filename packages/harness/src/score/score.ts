import { BraidynError } from "@braidyn/core";
import type { Board, TruthTable } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import { isMetricName, metrics, type Metric } from "../metric/registry.ts";
import { MIN_SUBJECTS } from "../statistics/few-subjects.ts";
import type { Predictions } from "../submission/predictions.ts";
import { harnessVersion } from "../version.ts";
import { boardGroups } from "./board-groups.ts";
import { primaryReport, secondaryReport } from "./metric-report.ts";
import type { Report, ReportDigests, ReportWarning } from "./report.ts";
import { runWarnings, type RunFacts } from "./run-facts.ts";

export interface ScoreOptions {
  readonly definition: ChallengeDefinition;
  /** Of the split that the board belongs to; `bundle.truth(split)`. */
  readonly truth: TruthTable;
  readonly predictions: Predictions;
  readonly board: Board;
  readonly digests: ReportDigests;
  /** Where the harness ran what was submitted. */
  readonly run?: RunFacts | undefined;
}

/**
 * Scores predictions on a board: every metric by session, averaged to subjects and over them (or by subject, as the
 * definition's `aggregation` says), with an interval from resampling both. Pure: the same arguments give the same
 * report, to the byte of its canonical JSON, anywhere: only operations that IEEE 754 rounds exactly are used.
 *
 * @throws BraidynError `BUNDLE_NO_BOARD`, `SUBMISSION_BOARD`, `SUBMISSION_ROWS_MISSING`, `BUNDLE_METRIC`, and
 * `METRIC_*` when the primary metric cannot be computed (a secondary one that cannot is reported without a score).
 */
export function score({ definition, truth, predictions, board, digests, run }: ScoreOptions): Report {
  const { aggregation, statistics } = definition;
  const groups = boardGroups(truth, predictions, board, aggregation);
  const { primary, secondary } = definition.metrics;
  const reports = [
    primaryReport(metricNamed(primary), groups, statistics),
    ...secondary.map((name) => secondaryReport(metricNamed(name), groups, statistics)),
  ];
  const counts = {
    rows: groups.reduce((sum, { rows }) => sum + rows, 0),
    sessions: groups.reduce((sum, { sessions }) => sum + sessions, 0),
    subjects: new Set(groups.map(({ subject }) => subject)).size,
  };
  const lacks = run === undefined ? null : runWarnings(run, definition.input.causal);
  return {
    format: "braidyn-report/1",
    challenge: definition.id,
    board,
    verified: lacks?.length === 0,
    ...(run === undefined ? {} : { run }),
    counts,
    statistics: { ...statistics, aggregation },
    precision: definition.metrics.precision,
    metrics: reports,
    warnings: warningsOf(counts.subjects, lacks),
    digests: { ...digests, scorer: `@braidyn/harness ${harnessVersion}` },
  };
}

function metricNamed(name: string): Metric {
  if (isMetricName(name)) return metrics[name];
  throw new BraidynError("BUNDLE_METRIC", { metric: name, known: Object.keys(metrics).join(", ") });
}

function warningsOf(subjects: number, lacks: readonly ReportWarning[] | null): ReportWarning[] {
  const few: ReportWarning[] = subjects < MIN_SUBJECTS ? ["few-subjects"] : [];
  return lacks?.length === 0 ? few : [...few, "not-verified", ...(lacks ?? [])];
}
