import type { BraidynError } from "@braidyn/core";
import type { Board, Bundle, Report } from "@braidyn/harness";
import type { SubmissionKind } from "../api.ts";

/** One submission to be scored. */
export interface ScoringTask {
  readonly kind: SubmissionKind;
  /** A file of this worker's own that holds the submission; it goes when the task ends. */
  readonly path: string;
  /** With the test truth; reads from memory and the database, no truth is on this machine's disk. */
  readonly bundle: Bundle;
  /** Writes the bundle's public half into a folder, once a worker, and tells where. */
  readonly publicFolder: () => Promise<string>;
  /** Aborts when the worker has to stop or has lost the job to another. */
  readonly signal: AbortSignal;
}

/**
 * What became of it. `refused` is the submission's own fault, and told to its team; what is thrown is the platform's, and
 * tried again.
 */
export type Outcome =
  | {
      readonly status: "scored";
      readonly reports: Readonly<Partial<Record<Board, Report>>>;
      readonly log: string | null;
    }
  | { readonly status: "refused"; readonly error: BraidynError; readonly log: string | null };

/** What scores submissions: the seam where a runner of models and code is put in. */
export interface Scorer {
  /** What it takes; the server refuses the rest at the door. */
  readonly kinds: readonly SubmissionKind[];
  /** How entries are held apart, for the console. */
  readonly isolation: string;
  score(task: ScoringTask): Promise<Outcome>;
}
