import { setTimeout as sleep } from "node:timers/promises";
import { BraidynError } from "@braidyn/core";
import type { Bundle, BundleSplit, Predictions, Rows } from "@braidyn/harness";
import type { CodeEntry } from "../entry/entry.ts";
import type { Conversation, Limits } from "../isolation/isolation.ts";
import { compiledName } from "../protocol/compile-typescript.ts";
import { pathOf, type CodeRun, type GivenToPredict } from "../run/run-code.ts";
import { places, problemOf, programArguments, runToEnd, type RunContext } from "../run/run-program.ts";
import { converse, type StreamStart, type Streamed } from "./converse.ts";

/** Loading a scientific library takes seconds; answering takes milliseconds. */
const readySeconds = 60;
const frameSeconds = 10;
/** From the end of a program's stdout to its own end. */
const graceMs = 1000;
/** What the time limit of a run grows by with every frame. */
const frameAllowanceSeconds = 0.001;
/** An answer's number in JSON, with its comma. */
const numberBytes = 28;

/**
 * Runs a streaming `predict` over a split, frame by frame.
 *
 * @throws BraidynError `STREAM_*`, `RUN_*`.
 */
export async function streamPredictions(
  entry: CodeEntry,
  { folder, model }: GivenToPredict,
  bundle: Bundle,
  split: BundleSplit,
  context: RunContext,
): Promise<CodeRun> {
  const rows = await bundle.rows(split);
  const start = streamStart(bundle, rows);
  const talk = conversation(start, rows, context);
  const request = {
    runtime: entry.submission.runtime,
    places: places(folder, model),
    outputs: [],
    args: (paths: Readonly<Record<string, string>>) =>
      programArguments(entry, compiledName(entry.submission.predict), pathOf(paths, "entry"), [
        ...(model === null ? [] : [pathOf(paths, "model")]),
      ]),
    converse: talk.converse,
  };
  const limits = streamLimits(context.limits, start);
  const program = { step: "predict", request, files: entry.files, limits, signal: talk.signal } as const;
  const result = await runToEnd(program, context);
  const problem = await problemOf(program, result, context);
  if (context.signal?.aborted === true) throw new BraidynError("RUN_ABORTED", {});
  const { streamed, failure } = talk.outcome();
  // a program that died did not fall silent: its own end says more
  if (problem !== null && (failure === null || endsBefore(failure, problem))) throw problem;
  if (failure !== null) throw failure;
  if (streamed === null) throw new BraidynError("STREAM_ENDED", { row: 0, frame: 0 });
  return { predictions: predictionsOf(streamed, rows, split, start.columns), latencies: streamed.latencies };
}

function endsBefore(failure: Error, problem: BraidynError): boolean {
  return failure instanceof BraidynError && failure.code === "STREAM_ENDED" && problem.code !== "RUN_ABORTED";
}

/** The first axis of a row's input is time; a row without a second one is one frame. */
function streamStart({ definition }: Bundle, { count, inputShape }: Rows): StreamStart {
  const [first = 1, ...rest] = inputShape;
  return {
    format: "braidyn-stream/1",
    challenge: definition.id,
    rows: count,
    frames: rest.length === 0 ? 1 : first,
    frame_shape: rest.length === 0 ? [first] : rest,
    columns: Object.keys(definition.truth),
  };
}

/** A million frames take time to hand over, and their answers have bytes, however quick a program is. */
function streamLimits(limits: Limits, { rows, frames, columns }: StreamStart): Limits {
  const count = rows * frames;
  return {
    ...limits,
    wallSeconds: limits.wallSeconds + Math.ceil(count * frameAllowanceSeconds),
    cpuSeconds: limits.cpuSeconds + Math.ceil(count * frameAllowanceSeconds),
    streamBytes: limits.streamBytes + count * (columns.length * numberBytes + 4),
  };
}

/** A conversation whose failure ends the program: nothing would wait for it any more. */
function conversation(start: StreamStart, rows: Rows, { signal }: RunContext) {
  const stop = new AbortController();
  let streamed: Streamed | null = null;
  let failure: Error | null = null;
  return {
    signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
    outcome: (): { streamed: Streamed | null; failure: Error | null } => ({ streamed, failure }),
    converse: async (talk: Conversation): Promise<void> => {
      try {
        streamed = await converse(talk, { start, rows, readySeconds, frameSeconds });
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        // one that ended by itself is left to say how; one that only closed its stdout is not waited for
        if (error instanceof BraidynError && error.code === "STREAM_ENDED") await sleep(graceMs);
        stop.abort();
      }
    },
  };
}

function predictionsOf(
  { values }: Streamed,
  rows: Rows,
  split: BundleSplit,
  columns: readonly string[],
): Predictions {
  const named = columns.map((column, j) => {
    const own = Float64Array.from({ length: rows.count }, (_, i) => values[i * columns.length + j] as number);
    return [column, own] as const;
  });
  return { splits: [split], rowIds: rows.rowIds, columns: new Map(named) };
}
