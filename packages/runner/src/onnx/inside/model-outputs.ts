import { Refused, shownName } from "../gate/problem.ts";
import type { OnnxTensor } from "./runtime.ts";

type Outputs = Readonly<Record<string, OnnxTensor>>;

/**
 * A batch's predictions, a list a truth column. Taken are, in this order: an output named after every column; for one
 * binary column, two probabilities a row, of which the second counts; one output with a column each; as many outputs of
 * one value a row as there are columns.
 *
 * @param columns names of the truth columns, with their types.
 * @throws Refused `ONNX_OUTPUT`.
 */
export function modelOutputs(
  outputs: Outputs,
  rows: number,
  columns: readonly { readonly name: string; readonly type: string }[],
): number[][] {
  const width = (tensor: OnnxTensor) => tensor.data.length / rows;
  const named = columns.map(({ name }) => (Object.hasOwn(outputs, name) ? outputs[name] : undefined));
  if (named.every((tensor) => tensor !== undefined && width(tensor) === 1))
    return named.map((tensor) => values(tensor!));
  const numeric = Object.values(outputs).filter(({ type }) => type !== "string");
  const only = columns.length === 1 && columns[0]?.type === "binary";
  const probabilities = only ? numeric.find((tensor) => isFloat(tensor) && width(tensor) === 2) : undefined;
  if (probabilities !== undefined) return [column(values(probabilities), 2, 1)];
  const floats = numeric.filter(isFloat);
  const taken = floats.length > 0 ? floats : numeric;
  const whole = taken.length === 1 ? taken[0] : undefined;
  if (whole !== undefined && width(whole) === columns.length) {
    return columns.map((_, j) => column(values(whole), columns.length, j));
  }
  if (taken.length === columns.length && taken.every((tensor) => width(tensor) === 1))
    return taken.map(values);
  const found = Object.entries(outputs).map(
    ([name, { type, dims }]) => `${shownName(name)}: ${type} (${dims.join(", ")})`,
  );
  const expected = `(${rows}, ${columns.length}): ${columns.map(({ name }) => name).join(", ")}`;
  throw new Refused("ONNX_OUTPUT", { found: found.join("; ").slice(0, 300), expected });
}

function isFloat({ type }: OnnxTensor): boolean {
  return type === "float32" || type === "float64";
}

/** 64-bit integers come as bigint. */
function values({ data }: OnnxTensor): number[] {
  return Array.from(data, Number);
}

function column(flat: readonly number[], width: number, index: number): number[] {
  return flat.filter((_, i) => i % width === index);
}
