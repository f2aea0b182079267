import type { Board } from "../bundle/truth-table.ts";
import type { Aggregation } from "../challenge/definition.ts";
import type { Direction, MetricName } from "../metric/registry.ts";
import type { RunFacts, RunWarning } from "./run-facts.ts";

/** What was scored by what, as SHA-256 in hexadecimal where it is a file. */
export interface ReportDigests {
  /** Of the bundle's public manifest. */
  readonly bundle: string;
  /** Of the predictions or the model as they were submitted; of code, over the names and bytes of its files. */
  readonly submission: string;
}

/** A text in every language, as it stands in a report. */
export interface ReportReason {
  readonly code: string;
  readonly en: string;
  readonly ja: string;
}

export interface ReportSession {
  readonly subject: string;
  readonly session: string;
  readonly rows: number;
  readonly score: number;
}

/** One metric's part of a report; `score`, `low` and `high` are null where it could not be computed. */
export interface MetricReport {
  readonly metric: MetricName;
  readonly role: "primary" | "secondary";
  readonly direction: Direction;
  readonly chance: number | null;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly subjects: readonly {
    readonly subject: string;
    readonly sessions: number;
    readonly score: number;
  }[];
  /** The subject with the worst score. */
  readonly worst: { readonly subject: string; readonly score: number } | null;
  /** Each truth column on its own, aggregated as the score is; the score is their mean. */
  readonly columns: readonly { readonly column: string; readonly score: number }[];
  /** What each score was computed over: sessions, or under the name `*` all sessions of a subject together. */
  readonly sessions: readonly ReportSession[];
  /** Sessions whose truth leaves the metric undefined. */
  readonly skipped: readonly {
    readonly subject: string;
    readonly session: string;
    readonly reason: ReportReason;
  }[];
  /** Why there is no score. */
  readonly problem: ReportReason | null;
}

export type ReportWarning = "few-subjects" | "not-verified" | RunWarning;

/** The result of scoring one submission on one board; plain JSON, nothing in it rounded. */
export interface Report {
  readonly format: "braidyn-report/1";
  readonly challenge: string;
  readonly board: Board;
  /** Whether the harness itself trained the model, out of sight of the test truth. Predictions never are. */
  readonly verified: boolean;
  /** Where the harness ran what was submitted; a report of submitted predictions has no such part. */
  readonly run?: RunFacts;
  readonly counts: { readonly rows: number; readonly sessions: number; readonly subjects: number };
  readonly statistics: {
    readonly aggregation: Aggregation;
    readonly resamples: number;
    readonly level: number;
    /** Which entries share a rank: those that cannot be told apart, or those whose scores are shown alike. */
    readonly tie: "indistinguishable" | "equal";
    readonly seed: number;
  };
  /** Digits after the point that people are shown; the scores here keep all. */
  readonly precision: number;
  /** The primary metric first. */
  readonly metrics: readonly MetricReport[];
  readonly warnings: readonly ReportWarning[];
  readonly digests: ReportDigests & { readonly scorer: string };
}
