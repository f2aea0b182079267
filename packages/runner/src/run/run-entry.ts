import { BraidynError, isBraidynError } from "@braidyn/core";
import { formatPredictionsCsv, score, splitOfBoard } from "@braidyn/harness";
import type { Board, Bundle, BundleSplit, Predictions, Report, RunFacts } from "@braidyn/harness";
import { digestOf } from "../entry/entry-digest.ts";
import type { CodeEntry, Entry, ModelEntry, PredictionsEntry } from "../entry/entry.ts";
import { openEntry } from "../entry/open-entry.ts";
import type { Isolation } from "../isolation/isolation.ts";
import { teamLog, type Printed } from "../log/team-log.ts";
import { runModel } from "../onnx/run-model.ts";
import { summarizeLatency } from "../stream/latency.ts";
import { compareRuns } from "./compare-runs.ts";
import { hostPlaces } from "./host-places.ts";
import { readSubmitted } from "./read-submitted.ts";
import { runCode, type CodeRun } from "./run-code.ts";
import type { EntryRun, RunEntryOptions, StepTiming } from "./run-entry-types.ts";
import { runLimits } from "./run-limits.ts";
import type { RunContext } from "./run-program.ts";

/** Filled while an entry runs, so that whatever stands in it is told even where the run fails. */
interface Progress {
  entry: Entry | null;
  digest: string | null;
  predictions: string | null;
  readonly printed: Printed[];
  readonly timings: StepTiming[];
  latencies: readonly number[];
}

/**
 * Reads, runs and scores a submission of any kind. The report's bytes depend on the submission, the bundle and the board
 * alone; times stand beside it.
 *
 * ```ts
 * const run = await runEntry({ submission: { path }, bundle, boards: ["public", "private"], isolation });
 * if (run.status === "refused") throw run.problem;
 * ```
 *
 * @throws BraidynError `RUN_HELD_OUT` for a held-out board without isolation, `RUN_NOT_STARTED` where the machine cannot
 * run programs, `BUNDLE_*`.
 */
export async function runEntry(options: RunEntryOptions): Promise<EntryRun> {
  const progress: Progress = {
    ...{ entry: null, digest: null, predictions: null, printed: [], timings: [], latencies: [] },
  };
  const finish = (status: EntryRun["status"], problem: BraidynError | null, reports: readonly Report[]) =>
    ended(options, progress, { status, problem, reports });
  try {
    const entry = await openEntry(options.submission, options.bundle.definition.limits);
    progress.entry = entry;
    return finish("scored", null, await reportsOf(entry, options, progress));
  } catch (error) {
    if (!isBraidynError(error)) throw error;
    if (error.code === "RUN_ABORTED") return finish("aborted", error, []);
    if (isOwnFault(error)) return finish("refused", error, []);
    throw error;
  }
}

const notOwnFault: readonly string[] = ["RUN_HELD_OUT", "RUN_NOT_STARTED", "RUN_NO_ISOLATION"];

/** Whether the team can mend it; the rest is the machine's or the organizer's. */
function isOwnFault({ code }: BraidynError): boolean {
  if (notOwnFault.includes(code)) return false;
  return /^(ENTRY|ARCHIVE|ONNX|RUN|STREAM|SUBMISSION|METRIC)_/.test(code);
}

async function reportsOf(entry: Entry, options: RunEntryOptions, progress: Progress): Promise<Report[]> {
  const { bundle, boards } = options;
  const split = splitOf(boards);
  // before anything runs: nothing is learnt from a run that cannot be scored
  const truth = await bundle.truth(split);
  const { predictions, digest, run } =
    entry.kind === "predictions"
      ? await submittedPredictions(entry, bundle, progress)
      : await ranPredictions(entry, split, options, progress);
  const digests = { bundle: bundle.digest, submission: digest };
  const { definition } = bundle;
  return boards.map((board) => score({ definition, truth, predictions, board, digests, run }));
}

function splitOf(boards: readonly Board[]): "validation" | "test" {
  const splits = [...new Set(boards.map(splitOfBoard))];
  if (splits.length !== 1) throw new Error(`boards of one split were expected, found: ${boards.join(", ")}`);
  return splits[0] === "validation" ? "validation" : "test";
}

interface Predicted {
  readonly predictions: Predictions;
  readonly digest: string;
  readonly run: RunFacts | undefined;
}

async function submittedPredictions(
  { source }: PredictionsEntry,
  bundle: Bundle,
  progress: Progress,
): Promise<Predicted> {
  const { predictions, sha256 } = await readSubmitted(source, bundle);
  progress.digest = sha256;
  return { predictions, digest: sha256, run: undefined };
}

async function ranPredictions(
  entry: ModelEntry | CodeEntry,
  split: BundleSplit,
  options: RunEntryOptions,
  progress: Progress,
): Promise<Predicted> {
  const { boards, repeat = split === "test" } = options;
  progress.digest = entry.digest;
  const isolation = typeof options.isolation === "function" ? await options.isolation() : options.isolation;
  const [board = "validation"] = boards;
  if (split === "test" && !isolation.isolated) throw new BraidynError("RUN_HELD_OUT", { board });
  const once = (round: 1 | 2) => runOnce(entry, split, { ...options, isolation }, progress, round);
  const first = await once(1);
  progress.latencies = first.latencies;
  if (repeat) compareRuns(first.predictions, (await once(2)).predictions);
  const { rowIds, columns } = first.predictions;
  progress.predictions = formatPredictionsCsv(rowIds, columns);
  return {
    predictions: first.predictions,
    digest: entry.digest,
    run: factsOf(entry, isolation, progress.predictions),
  };
}

function runOnce(
  entry: ModelEntry | CodeEntry,
  split: BundleSplit,
  { bundle, isolation, signal }: RunEntryOptions & { readonly isolation: Isolation },
  { printed, timings }: Progress,
  round: 1 | 2,
): Promise<CodeRun> {
  if (signal?.aborted === true) throw new BraidynError("RUN_ABORTED", {});
  const context: RunContext = {
    ...{ isolation, limits: runLimits(bundle.definition), signal, round, printed, timings },
  };
  return entry.kind === "code"
    ? runCode(entry, bundle, split, context)
    : runModel(entry, bundle, split, context);
}

function factsOf(entry: ModelEntry | CodeEntry, isolation: Isolation, csv: string): RunFacts {
  const code = entry.kind === "code" ? entry.submission : null;
  return {
    kind: entry.kind,
    fitted: code?.fit !== undefined,
    streamed: code?.stream === true,
    isolation: isolation.name,
    isolated: isolation.isolated,
    predictions: digestOf(csv),
  };
}

function ended(
  { boards, submission }: RunEntryOptions,
  { entry, digest, predictions, printed, timings, latencies }: Progress,
  end: Pick<EntryRun, "status" | "problem" | "reports">,
): EntryRun {
  const withheld = boards.some((board) => board !== "validation");
  return {
    ...end,
    kind: entry?.kind ?? null,
    submissionDigest: digest,
    predictions,
    predictionsDigest: predictions === null ? null : digestOf(predictions),
    log: teamLog(printed, { withheld, hostPlaces: hostPlaces(submission) }),
    timings: { steps: timings, latency: summarizeLatency(latencies) },
  };
}
