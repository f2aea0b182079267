import { damaged } from "./damaged.ts";

/** A value of Thrift's compact protocol; structs by field number, binaries as views, 64-bit numbers as doubles. */
export type Thrift = number | boolean | Uint8Array | Thrift[] | ThriftStruct;
export type ThriftStruct = ReadonlyMap<number, Thrift>;

/** Real files nest four deep and have a hundred values a column of a row group. */
const maxDepth = 12;
const maxValues = 1_000_000;
const maxStructs = 100_000;

const empty: ThriftStruct = new Map();

/**
 * Reads one struct of Thrift's compact protocol, which is what Parquet's headers are. Nothing that the bytes claim is
 * believed: lengths end at the buffer, and depth and number of values are limited, so that no header takes more time or
 * memory than its bytes are worth. Source: the Thrift compact protocol specification.
 *
 * @returns the struct, and where it ends.
 * @throws BraidynError `SUBMISSION_PARQUET`.
 */
export function readThrift(bytes: Uint8Array, start: number): { value: ThriftStruct; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  let values = 0;
  let structs = 0;
  const byte = (): number => {
    if (at >= bytes.length) throw damaged("thrift: end of data");
    return bytes[at++]!;
  };
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      const next = byte();
      value += (next & 0x7f) * scale;
      if (next < 0x80) return value;
      scale *= 128;
    }
    throw damaged("thrift: number");
  };
  const zigzag = (): number => {
    const value = varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  const binary = (): Uint8Array => {
    const length = varint();
    if (length > bytes.length - at) throw damaged(`thrift: ${length} bytes`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  const double = (): number => {
    if (bytes.length - at < 8) throw damaged("thrift: end of data");
    at += 8;
    return view.getFloat64(at - 8, true);
  };
  const list = (depth: number): Thrift[] => {
    const head = byte();
    const size = head >> 4 === 15 ? varint() : head >> 4;
    if (size > bytes.length - at) throw damaged(`thrift: list of ${size}`);
    const items: Thrift[] = [];
    for (let i = 0; i < size; i++) items.push(element(head & 15, depth, true));
    return items;
  };
  const struct = (depth: number): ThriftStruct => {
    if (depth > maxDepth || ++structs > maxStructs) throw damaged("thrift: structs");
    let fields: Map<number, Thrift> | null = null;
    for (let id = 0; ;) {
      const head = byte();
      if ((head & 15) === 0) return fields ?? empty;
      id = head >> 4 === 0 ? zigzag() : id + (head >> 4);
      fields ??= new Map();
      fields.set(id, element(head & 15, depth, false));
    }
  };
  const element = (type: number, depth: number, listed: boolean): Thrift => {
    if (++values > maxValues) throw damaged("thrift: values");
    if (type === 1 || type === 2) return listed ? byte() === 1 : type === 1;
    if (type === 3) return byte();
    if (type >= 4 && type <= 6) return zigzag();
    if (type === 7) return double();
    if (type === 8) return binary();
    if (type === 9) return list(depth + 1);
    if (type === 12) return struct(depth + 1);
    throw damaged(`thrift: type ${type}`);
  };
  const value = struct(0);
  return { value, end: at };
}

/** A field that is a whole number from 0 to `most`; `missing` where there is none. */
export function wholeField(of: ThriftStruct, id: number, most: number, missing?: number): number {
  const value = of.get(id) ?? missing;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw damaged(`field ${id}: ${typeof value === "number" ? value : typeof value} > ${most}`);
}

/** A field that is a struct; null where there is none. */
export function structField(of: ThriftStruct, id: number): ThriftStruct | null {
  const value = of.get(id);
  return value instanceof Map ? value : null;
}

/** A field that is a list of structs. */
export function structsField(of: ThriftStruct, id: number): ThriftStruct[] {
  const value = of.get(id);
  if (Array.isArray(value) && value.every((item) => item instanceof Map)) return value as ThriftStruct[];
  throw damaged(`field ${id}: ${typeof value}`);
}

/** A field that is text. */
export function textField(of: ThriftStruct, id: number): string {
  const value = of.get(id);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  throw damaged(`field ${id}: ${typeof value}`);
}
