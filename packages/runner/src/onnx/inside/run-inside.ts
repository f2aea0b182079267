import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readModel } from "../gate/check-model.ts";
import { Refused, type GateProblem } from "../gate/problem.ts";
import { modelInput, type ModelInput } from "./model-input.ts";
import { modelOutputs } from "./model-outputs.ts";
import type { OnnxRuntime, OnnxSession } from "./runtime.ts";
import { withoutZipMap } from "./without-zipmap.ts";

/** The parts of a data folder's manifest that are used. */
interface Manifest {
  readonly rows: number;
  readonly input: { readonly file: string; readonly offset: number; readonly shape: readonly number[] };
  readonly truth: { readonly columns: readonly string[]; readonly types: readonly string[] };
  readonly row_ids: string;
}

/**
 * The program that checks and runs a `model.onnx`, inside of the isolation: model, data folder, runtime's folder and the
 * predictions to write. What it has against the model is printed as JSON.
 */
export async function runInside(paths: readonly string[]): Promise<void> {
  const [modelPath, dataFolder, runtimeFolder, predictions] = paths as [string, string, string, string];
  const problem = await attempt(async () => {
    const model = readFileSync(modelPath);
    readModel(model);
    writeFileSync(predictions, await predict(withoutZipMap(model), dataFolder, runtimeFolder));
  });
  process.stdout.write(`${JSON.stringify({ problem })}\n`);
}

async function attempt(work: () => Promise<void>): Promise<GateProblem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

async function predict(model: Uint8Array, dataFolder: string, runtimeFolder: string): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(dataFolder, "manifest.json"), "utf8")) as Manifest;
  const runtime = await loadRuntime(runtimeFolder);
  const session = await orRefuse(() =>
    runtime.InferenceSession.create(model, { executionProviders: ["wasm"], logSeverityLevel: 3 }),
  );
  const input = modelInput(session, manifest.input.shape.slice(1));
  const file = readFileSync(join(dataFolder, manifest.input.file));
  const values = new Float32Array(file.buffer, file.byteOffset + manifest.input.offset);
  const ids = readFileSync(join(dataFolder, manifest.row_ids), "utf8").split("\n");
  const { columns, types } = manifest.truth;
  const wanted = columns.map((name, j) => ({ name, type: types[j] ?? "number" }));
  const lines = [["row_id", ...columns].join(",")];
  for (let row = 0; row < manifest.rows; row += input.batch) {
    const rows = Math.min(input.batch, manifest.rows - row);
    const outputs = await orRefuse(() => runBatch(runtime, session, input, values, row, rows));
    const predicted = modelOutputs(outputs, rows, wanted);
    for (let i = 0; i < rows; i++)
      lines.push([ids[row + i], ...predicted.map((column) => column[i])].join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** One thread, in this one: the order of additions is then the same everywhere. */
async function loadRuntime(folder: string): Promise<OnnxRuntime> {
  const module = (await import(pathToFileURL(join(folder, "runtime.mjs")).href)) as OnnxRuntime;
  module.env.wasm.numThreads = 1;
  module.env.wasm.proxy = false;
  module.env.logLevel = "error";
  return module;
}

async function runBatch(
  { Tensor }: OnnxRuntime,
  session: OnnxSession,
  { name, type, shape }: ModelInput,
  values: Float32Array,
  row: number,
  rows: number,
) {
  const size = shape.reduce((product, length) => product * length, 1);
  const batch = values.slice(row * size, (row + rows) * size);
  const data = type === "float32" ? batch : Float64Array.from(batch);
  return session.run({ [name]: new Tensor(type, data, [rows, ...shape]) });
}

/** What the runtime refuses is the model's fault. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new Refused("ONNX_RUN", { reason: text.replace(/[\p{C}]+/gu, " ").slice(0, 200) });
  }
}
