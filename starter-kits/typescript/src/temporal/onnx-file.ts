/**
 * Writes `.onnx` files, the few parts of the format that a small network needs.
 * Field numbers: github.com/onnx/onnx, onnx/onnx.proto. Encoding: protobuf.dev/programming-guides/encoding.
 */

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers, one or a list. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  /** Names and sizes of what goes in and comes out; a size that is text is open. */
  readonly input: { readonly name: string; readonly dims: readonly (number | string)[] };
  readonly output: { readonly name: string; readonly dims: readonly (number | string)[] };
}

/** Operators are those of this version. */
const opset = 17;

export function onnxFile({ nodes, constants, input, output }: OnnxGraph): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => bytesField(1, nodeBytes(node))),
    ...textField(2, "temporal"),
    ...constants.flatMap((tensor) => bytesField(5, tensorBytes(tensor))),
    ...bytesField(11, valueBytes(input)),
    ...bytesField(12, valueBytes(output)),
  ];
  const model = [
    ...numberField(1, 8),
    ...textField(2, "braidyn starter kit"),
    ...bytesField(7, graph),
    ...bytesField(8, [...textField(1, ""), ...numberField(2, opset)]),
  ];
  return Uint8Array.from(model);
}

function nodeBytes({ operator, inputs, output, attributes = {} }: OnnxNode): number[] {
  return [
    ...inputs.flatMap((name) => textField(1, name)),
    ...textField(2, output),
    ...textField(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) => bytesField(5, attributeBytes(name, value))),
  ];
}

/** Types: 2 is a whole number, 7 a list of them. */
function attributeBytes(name: string, value: number | readonly number[]): number[] {
  if (typeof value === "number")
    return [...textField(1, name), ...numberField(3, value), ...numberField(20, 2)];
  return [...textField(1, name), ...value.flatMap((each) => numberField(8, each)), ...numberField(20, 7)];
}

/** Element type 1 is float32. */
function tensorBytes({ name, dims, data }: OnnxTensor): number[] {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return [
    ...dims.flatMap((size) => numberField(1, size)),
    ...numberField(2, 1),
    ...textField(8, name),
    ...bytesField(9, raw),
  ];
}

function valueBytes({ name, dims }: OnnxGraph["input"]): number[] {
  const sizes = dims.map((size) => (typeof size === "number" ? numberField(1, size) : textField(2, size)));
  const shape = sizes.flatMap((size) => bytesField(1, size));
  const tensor = [...numberField(1, 1), ...bytesField(2, shape)];
  return [...textField(1, name), ...bytesField(2, bytesField(1, tensor))];
}

function textField(field: number, text: string): number[] {
  return bytesField(field, new TextEncoder().encode(text));
}

function bytesField(field: number, bytes: ArrayLike<number>): number[] {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...Array.from(bytes)];
}

function numberField(field: number, value: number): number[] {
  return [...varint(field * 8), ...varint(value)];
}

/** Seven bits a byte, the lowest first; not below 0. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [128 + (value % 128), ...varint(Math.floor(value / 128))];
}
