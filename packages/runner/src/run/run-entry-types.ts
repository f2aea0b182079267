import type { BraidynError } from "@braidyn/core";
import type { Board, Bundle, Report } from "@braidyn/harness";
import type { EntrySource } from "../entry/entry.ts";
import type { Isolation } from "../isolation/isolation.ts";
import type { TeamLog } from "../log/team-log.ts";
import type { Latency } from "../stream/latency.ts";

export interface RunEntryOptions {
  /** A file or folder of this machine, or an upload. */
  readonly submission: EntrySource;
  readonly bundle: Bundle;
  /** Of one split: `["validation"]`, or one or both of `public` and `private`, which one run serves. */
  readonly boards: readonly Board[];
  /** What runs programs; asked for only where there is something to run. */
  readonly isolation: Isolation | (() => Promise<Isolation>);
  /** Whether to run all of it twice and hold the two to the same predictions; by default on held-out boards. */
  readonly repeat?: boolean | undefined;
  /** Ends what runs; the result is then `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** What one program of an entry took. Varies from run to run, so it is no part of a report. */
export interface StepTiming {
  readonly step: Step;
  /** 2 where everything ran again to compare. */
  readonly round: 1 | 2;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMemoryBytes: number | null;
}

/** `model` is the harness's own program that runs a `model.onnx`. */
export type Step = "fit" | "predict" | "model";

export interface RunTimings {
  readonly steps: readonly StepTiming[];
  /** Of a streaming entry: from handing a frame over to the answer. */
  readonly latency: Latency | null;
}

/** What became of a submission. */
export interface EntryRun {
  /** `refused`: the entry is at fault, `problem` says how. What is the machine's or the bundle's fault is thrown. */
  readonly status: "scored" | "refused" | "aborted";
  readonly problem: BraidynError | null;
  readonly kind: "predictions" | "model" | "code" | null;
  /** SHA-256 of what was submitted; null where it could not be read. */
  readonly submissionDigest: string | null;
  /** One a board, in the order of `boards`; empty unless `scored`. */
  readonly reports: readonly Report[];
  /** `predictions.csv` that a run gave, in the bundle's row order; null for submitted predictions. */
  readonly predictions: string | null;
  /** SHA-256 of `predictions`. */
  readonly predictionsDigest: string | null;
  /** What the team may see. */
  readonly log: TeamLog;
  readonly timings: RunTimings;
}
