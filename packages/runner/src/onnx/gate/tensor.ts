import { broken, eachField, type Field } from "./message.ts";
import { gateLimits } from "./limits.ts";
import { findNotFinite } from "./not-finite.ts";
import { Refused, shownName } from "./problem.ts";

/** Bytes of an element by `TensorProto.DataType`. Strings and the types of 4 and 8 bits floating are not taken. */
const elementBytes: Readonly<Record<number, number>> = {
  ...{ 1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2 },
};

/** Fields of `TensorProto`. Source: onnx.proto. */
const field = {
  dims: 1,
  type: 2,
  floats: 4,
  ints32: 5,
  strings: 6,
  ints64: 7,
  name: 8,
  raw: 9,
  doubles: 10,
  uints64: 11,
};
const externalData = 13;
const dataLocation = 14;
const segment = 3;

/** A tensor that holds what it says. */
export interface Tensor {
  readonly name: string;
  readonly type: number;
  readonly dims: readonly number[];
  /** Elements of an int64 tensor of at most 8, as shapes are; else null. */
  readonly integers: readonly number[] | null;
}

/** Checks one tensor of a model. @throws Refused `ONNX_TENSOR`, `ONNX_EXTERNAL`, `ONNX_NOT_FINITE`, `ONNX_PROTOBUF`. */
export function readTensor(message: Uint8Array, owner = ""): Tensor {
  const dims: number[] = [];
  const stored: Stored = { type: 0, raw: null, packed: new Map() };
  let name = owner;
  eachField(message, (found) => {
    const { number } = found;
    if (number === field.dims) readDims(found, dims);
    else if (number === field.type) stored.type = found.integer();
    else if (number === field.name) name = found.text() || owner;
    else if (number === field.raw) stored.raw = found.bytes();
    else if (number === externalData) throw new Refused("ONNX_EXTERNAL", { name: shownName(name) });
    else if (number === dataLocation) {
      if (found.integer() !== 0) throw new Refused("ONNX_EXTERNAL", { name: shownName(name) });
    } else if (number === segment || number === field.strings) throw bad(name, `field ${number}`);
    else if (dataFields.has(number)) addPacked(stored, found, name);
  });
  checkStored(name, dims, stored);
  return { name, type: stored.type, dims, integers: smallIntegers(dims, stored) };
}

interface Stored {
  type: number;
  raw: Uint8Array | null;
  /** The one list of typed values that may stand instead of raw bytes. */
  readonly packed: Map<number, Uint8Array>;
}

const dataFields = new Set([field.floats, field.ints32, field.ints64, field.doubles, field.uints64]);

/** Packed as exporters write them, or one by one. */
function readDims(found: Field, dims: number[]): void {
  if (found.wire === 0) dims.push(found.integer());
  else for (const value of varints(found.bytes(), gateLimits.dimensions + 1)) dims.push(value);
  if (dims.length > gateLimits.dimensions) throw broken(`> ${gateLimits.dimensions} dimensions`);
}

function addPacked({ packed }: Stored, found: Field, name: string): void {
  // a list in pieces is allowed by protobuf; no exporter writes one, and pieces would have to be put together
  if (packed.has(found.number)) throw bad(name, "values in pieces");
  packed.set(found.number, found.bytes());
}

function checkStored(name: string, dims: readonly number[], { type, raw, packed }: Stored): void {
  const size = elementBytes[type];
  if (size === undefined) throw bad(name, `data type ${type}`);
  if (dims.some((dim) => !(dim >= 0))) throw bad(name, `shape (${dims.join(", ")})`);
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (count * size > gateLimits.bytes * 8) throw bad(name, `shape (${dims.join(", ")})`);
  if (raw !== null && packed.size > 0) throw bad(name, "values twice");
  const found = raw === null ? packedCount(packed, type) : raw.length / size;
  if (found !== count) throw bad(name, `${found} != ${count} (${dims.join(", ")})`);
  const odd = raw === null ? notFinitePacked(packed) : findNotFinite(raw, type);
  if (odd !== null) throw new Refused("ONNX_NOT_FINITE", { name: shownName(name), found: odd });
}

/** Which list holds the values of a type. Source: onnx.proto. */
function packedField(type: number): number {
  if (type === 1) return field.floats;
  if (type === 11) return field.doubles;
  if (type === 7) return field.ints64;
  return type === 12 || type === 13 ? field.uints64 : field.ints32;
}

function packedCount(packed: ReadonlyMap<number, Uint8Array>, type: number): number {
  const wanted = packedField(type);
  const bytes = packed.get(wanted);
  if (bytes === undefined || packed.size > 1) return packed.size === 0 ? 0 : NaN;
  if (wanted === field.floats) return bytes.length / 4;
  if (wanted === field.doubles) return bytes.length / 8;
  let count = 0;
  for (const byte of bytes) if (byte < 0x80) count++;
  return count;
}

function notFinitePacked(packed: ReadonlyMap<number, Uint8Array>): string | null {
  const [floats, doubles] = [packed.get(field.floats), packed.get(field.doubles)];
  return (floats && findNotFinite(floats, 1)) ?? (doubles && findNotFinite(doubles, 11)) ?? null;
}

function smallIntegers(dims: readonly number[], { type, raw, packed }: Stored): number[] | null {
  const count = dims.reduce((product, dim) => product * dim, 1);
  if ((type !== 7 && type !== 6) || count > gateLimits.dimensions * 2) return null;
  if (raw === null) return [...varints(packed.get(packedField(type)) ?? new Uint8Array(), count)];
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: count }, (_, i) =>
    type === 7 ? Number(view.getBigInt64(i * 8, true)) : view.getInt32(i * 4, true),
  );
}

/** Varints of a packed list, as signed 64-bit numbers; at most `most`. */
export function* varints(bytes: Uint8Array, most: number): Generator<number> {
  let value = 0n;
  let shift = 0n;
  let given = 0;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) {
      if (shift > 70n) throw broken("varint");
      continue;
    }
    if (++given > most) return;
    yield Number(BigInt.asIntN(64, value));
    [value, shift] = [0n, 0n];
  }
}

function bad(name: string, reason: string): Refused {
  return new Refused("ONNX_TENSOR", { name: shownName(name), reason });
}
