import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** A protobuf message by hand: field numbers and values. Bytes are embedded messages or strings, numbers are varints. */
export type Fields = readonly (readonly [number, string | number | bigint | Uint8Array])[];

export function message(fields: Fields): Uint8Array {
  const writer = new BinaryWriter();
  for (const [number, value] of fields) {
    if (typeof value === "string") writer.tag(number, WireType.LengthDelimited).string(value);
    else if (value instanceof Uint8Array) writer.tag(number, WireType.LengthDelimited).bytes(value);
    else writer.tag(number, WireType.Varint).int64(value);
  }
  return writer.finish();
}

export interface ModelParts {
  readonly nodes?: readonly Uint8Array[];
  readonly initializers?: readonly Uint8Array[];
  readonly opsets?: readonly (readonly [string, number])[];
  readonly ir?: number;
  /** More fields of the graph and of the model. */
  readonly graph?: Fields;
  readonly model?: Fields;
  readonly input?: Uint8Array;
  readonly output?: Uint8Array;
}

/** A model that adds nothing to its input, and whatever else is asked for. Field numbers: onnx.proto. */
export function modelBytes({
  nodes = [node("Identity", ["x"], ["y"])],
  initializers = [],
  opsets = [["", 17]],
  ir = 8,
  graph = [],
  model = [],
  input = valueInfo("x", [0, 3, 2]),
  output = valueInfo("y", [0, 3, 2]),
}: ModelParts = {}): Uint8Array {
  return message([
    [1, ir],
    ...opsets.map(
      ([domain, version]) =>
        [
          8,
          message([
            [1, domain],
            [2, version],
          ]),
        ] as const,
    ),
    [
      7,
      message([
        ...nodes.map((each) => [1, each] as const),
        [2, "graph"],
        ...initializers.map((each) => [5, each] as const),
        [11, input],
        [12, output],
        ...graph,
      ]),
    ],
    ...model,
  ]);
}

export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  more: Fields = [],
): Uint8Array {
  return message([
    ...inputs.map((name) => [1, name] as const),
    ...outputs.map((name) => [2, name] as const),
    [4, operator],
    ...more,
  ]);
}

/** A float32 value; 0 stands for an open size. */
export function valueInfo(name: string, shape: readonly number[], type = 1): Uint8Array {
  const dims = shape.map((size) => [1, message([size === 0 ? [2, "n"] : [1, size]])] as const);
  return message([
    [1, name],
    [
      2,
      message([
        [
          1,
          message([
            [1, type],
            [2, message(dims)],
          ]),
        ],
      ]),
    ],
  ]);
}

export function floats(name: string, values: readonly number[], dims = [values.length]): Uint8Array {
  return message([
    ...dims.map((dim) => [1, dim] as const),
    [2, 1],
    [8, name],
    [9, raw(Float32Array.from(values))],
  ]);
}

export function integers(name: string, values: readonly number[]): Uint8Array {
  return message([
    [1, values.length],
    [2, 7],
    [8, name],
    [9, raw(BigInt64Array.from(values, BigInt))],
  ]);
}

export function raw({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}
