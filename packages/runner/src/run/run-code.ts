import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Bundle, BundleSplit, Predictions } from "@braidyn/harness";
import { readPredictionsFile } from "@braidyn/harness/build";
import type { CodeEntry } from "../entry/entry.ts";
import type { Place } from "../isolation/isolation.ts";
import { compiledName, compileTypeScript } from "../protocol/compile-typescript.ts";
import { fitData, predictData } from "../protocol/data-folder.ts";
import { streamPredictions } from "../stream/stream-predictions.ts";
import {
  checkOutput,
  places,
  programArguments,
  readOutput,
  runProgram,
  type RunContext,
} from "./run-program.ts";
import { withStaging, type Staging } from "./staging.ts";

/** One split's predictions by an entry's programs. */
export interface CodeRun {
  readonly predictions: Predictions;
  /** Milliseconds a frame; empty unless the entry streams. */
  readonly latencies: readonly number[];
}

/**
 * Runs an entry's `fit`, where it has one, on the train split, then its `predict` on the inputs of `split`. Each program
 * has a staging folder of its own; only the model goes from one to the other.
 *
 * @throws BraidynError `RUN_*`, `STREAM_*`, `ENTRY_TYPESCRIPT*`, and `SUBMISSION_*` for what `predict` wrote.
 */
export async function runCode(
  entry: CodeEntry,
  bundle: Bundle,
  split: BundleSplit,
  context: RunContext,
): Promise<CodeRun> {
  const files = entry.submission.runtime === "node" ? await compileTypeScript(entry.files) : entry.files;
  const stageEntry = (staging: Staging) => staging.folder("entry", files);
  const model = await fit(entry, bundle, stageEntry, context);
  return withStaging(async (staging) => {
    const folder = await stageEntry(staging);
    const modelPlace = model === null ? null : await staging.file("model", model);
    const given = { folder, model: modelPlace };
    if (entry.submission.stream) return streamPredictions(entry, given, bundle, split, context);
    return { predictions: await predict(entry, given, bundle, split, staging, context), latencies: [] };
  });
}

/** The model that `fit` wrote; null for an entry without one. */
async function fit(
  entry: CodeEntry,
  bundle: Bundle,
  stageEntry: (staging: Staging) => Promise<Place>,
  context: RunContext,
): Promise<Uint8Array | null> {
  const program = entry.submission.fit;
  if (program === undefined) return null;
  return withStaging(async (staging) => {
    const folder = await stageEntry(staging);
    const data = await staging.folder("data", await fitData(bundle));
    const model = await staging.output("model");
    const request = {
      runtime: entry.submission.runtime,
      places: [folder, data],
      outputs: [model],
      args: (paths: Readonly<Record<string, string>>) =>
        programArguments(entry, compiledName(program), pathOf(paths, "entry"), [
          pathOf(paths, "data"),
          pathOf(paths, "model"),
        ]),
    };
    await runProgram({ step: "fit", request, files: entry.files }, context);
    const bytes = await readOutput(model, "fit", context.limits.fileBytes);
    if (bytes.length === 0) throw new BraidynError("RUN_NO_MODEL", {});
    return bytes;
  });
}

/** Where an entry's own files and its fitted model lie for `predict`. */
export interface GivenToPredict {
  readonly folder: Place;
  readonly model: Place | null;
}

async function predict(
  entry: CodeEntry,
  { folder, model }: GivenToPredict,
  bundle: Bundle,
  split: BundleSplit,
  staging: Staging,
  context: RunContext,
): Promise<Predictions> {
  const data = await staging.folder("data", await predictData(bundle, split));
  const output = await staging.output("predictions.csv");
  const request = {
    runtime: entry.submission.runtime,
    places: places(folder, data, model),
    outputs: [output],
    args: (paths: Readonly<Record<string, string>>) =>
      programArguments(entry, compiledName(entry.submission.predict), pathOf(paths, "entry"), [
        pathOf(paths, "data"),
        pathOf(paths, "predictions.csv"),
        ...(model === null ? [] : [pathOf(paths, "model")]),
      ]),
  };
  await runProgram({ step: "predict", request, files: entry.files }, context);
  await checkOutput(output, "predict");
  return readPredictions(output.path, bundle, split, context);
}

/** @throws BraidynError `RUN_NO_PREDICTIONS`, `SUBMISSION_*`. */
export async function readPredictions(
  path: string,
  bundle: Bundle,
  split: BundleSplit,
  { limits }: RunContext,
): Promise<Predictions> {
  const format = {
    columns: Object.keys(bundle.definition.truth),
    expectedIds: { [split]: await bundle.rowIds(split) },
  };
  try {
    return (await readPredictionsFile(path, format, limits.fileBytes)).predictions;
  } catch (error) {
    throw isBraidynError(error) ? ofRun(error) : error;
  }
}

/** What is said of a file must not say where on this machine it lay. */
function ofRun(error: BraidynError): BraidynError {
  if (error.code === "SUBMISSION_EMPTY") return new BraidynError("RUN_NO_PREDICTIONS", {}, { cause: error });
  if (!("path" in error.parameters)) return error;
  return new BraidynError("RUN_OUTPUT", { step: "predict", found: error.code }, { cause: error });
}

export function pathOf(paths: Readonly<Record<string, string>>, name: string): string {
  const path = paths[name];
  if (path === undefined) throw new Error(`the isolation gave no path for ${name}`);
  return path;
}
