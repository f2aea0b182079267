import { Refused, shownName } from "../gate/problem.ts";
import type { OnnxSession, OnnxValue } from "./runtime.ts";

/** How rows are given to a model. */
export interface ModelInput {
  readonly name: string;
  readonly type: "float32" | "float64";
  /** Of one row. */
  readonly shape: readonly number[];
  /** Rows at a time. */
  readonly batch: number;
}

/** Rows a time where the model leaves it open; the same everywhere, since sums can depend on it. */
const openBatch = 256;
/** The runtime writes an open size as -1, in 32 bits without a sign. */
const most = 2 ** 31;

/**
 * How a model takes the challenge's inputs: one float32 (or float64) input, batch first, in the challenge's shape or
 * flattened.
 *
 * @throws Refused `ONNX_INPUT`.
 */
export function modelInput(
  { inputMetadata }: Pick<OnnxSession, "inputMetadata">,
  rowShape: readonly number[],
): ModelInput {
  const flat = rowShape.reduce((product, size) => product * size, 1);
  const expected = `float32 (batch, ${rowShape.join(", ")}) | (batch, ${flat})`;
  const refuse = () =>
    new Refused("ONNX_INPUT", { found: inputMetadata.map(shownValue).join(", ") || "-", expected });
  const [input, ...others] = inputMetadata;
  if (input === undefined || others.length > 0 || !input.isTensor) throw refuse();
  if (input.type !== "float32" && input.type !== "float64") throw refuse();
  const [batch, ...sizes] = (input.shape ?? []).map(openSize);
  if (batch === undefined || (batch !== null && batch !== 1)) throw refuse();
  const shape = [rowShape, [flat]].find((wanted) => fits(sizes, wanted));
  if (shape === undefined) throw refuse();
  return { name: input.name, type: input.type, shape, batch: batch ?? openBatch };
}

function fits(sizes: readonly (number | null)[], wanted: readonly number[]): boolean {
  return sizes.length === wanted.length && wanted.every((size, i) => sizes[i] === null || sizes[i] === size);
}

function openSize(size: number | string): number | null {
  return typeof size === "number" && size >= 0 && size < most ? size : null;
}

export function shownValue({ name, type, shape, isTensor }: OnnxValue): string {
  const sizes = (shape ?? []).map((size) => openSize(size) ?? "?").join(", ");
  return `${shownName(name)}: ${isTensor ? `${type} (${sizes})` : "no tensor"}`;
}
