import * as ort from "onnxruntime-web";
import type { Columns, Rows } from "../../entry/model.ts";

/** Rows that are given to the model together. */
const batch = 256;

/** What an ONNX model predicts: one output, rows x truth columns. */
export async function runOnnx(model: Uint8Array, rows: Rows, columns: readonly string[]): Promise<Columns> {
  ort.env.wasm.numThreads = 1; // sums in one order: the same numbers every time
  const session = await ort.InferenceSession.create(model);
  const [inputName] = session.inputNames;
  const [outputName] = session.outputNames;
  const size = rows.inputShape.reduce((product, axis) => product * axis, 1);
  const predicted = columns.map(() => new Float64Array(rows.count));
  for (let from = 0; from < rows.count; from += batch) {
    const count = Math.min(batch, rows.count - from);
    const values = rows.input.slice(from * size, (from + count) * size);
    const input = new ort.Tensor("float32", values, [count, ...rows.inputShape]);
    const output = (await session.run({ [inputName]: input }))[outputName].data as Float32Array;
    output.forEach(
      (value, i) => (predicted[i % columns.length][from + Math.floor(i / columns.length)] = value),
    );
  }
  await session.release();
  return Object.fromEntries(columns.map((name, i) => [name, predicted[i]]));
}
