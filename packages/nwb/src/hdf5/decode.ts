import type { NumericArray } from "../types.ts";
import { Cursor, untilNul } from "./cursor.ts";
import type { Datatype } from "./datatype.ts";
import type { HeapCollection } from "./global-heap.ts";
import type { Scalar, Values } from "./values.ts";

/** What decoding needs of the file: errors that name it, and its heaps for variable-length elements. */
export interface DecodeContext {
  readonly label: string;
  /** Where the bytes stand in the file, for errors. */
  readonly origin: number;
  heap(address: number): HeapCollection;
  /** Counts bytes of memory before values take them. @throws BraidynError `NWB_TOO_LARGE` */
  spend(bytes: number): void;
}

const decoder = new TextDecoder();

/** About what a small string, object or typed array takes besides its contents. */
const objectBytes = 64;

/** Whether elements of `type` are numbers, which end up in a typed array. */
export function isNumeric(type: Datatype): boolean {
  return type.kind === "integer" || type.kind === "float" || type.kind === "enum";
}

/**
 * Turns `count` stored elements into values; numeric ones share the memory of `bytes` where alignment and byte order
 * allow, so the caller must own it.
 */
export function decode(bytes: Uint8Array, type: Datatype, count: number, context: DecodeContext): Values {
  switch (type.kind) {
    case "integer":
    case "float":
    case "enum":
      return decodeNumbers(bytes, type, context);
    case "string":
      context.spend(count * (objectBytes + 2 * type.size));
      return elements(bytes, type, count, (element) => fixedText(element, type.padding));
    case "vlen":
      context.spend(count * objectBytes);
      return type.text
        ? elements(bytes, type, count, (element) => decoder.decode(heapObject(element, 1, context)))
        : elements(bytes, type, count, (element) => variableArray(element, type.base, context));
    case "reference":
      context.spend(count * objectBytes);
      return elements(bytes, type, count, (element) => {
        const address = new Cursor(element, context.label, context.origin).u64();
        return address === 0 ? null : { reference: `#${address}` };
      });
    case "compound":
      context.spend(count * (objectBytes + 16 * type.members.length));
      return elements(bytes, type, count, (element) =>
        Object.fromEntries(
          type.members.map(({ name, offset, type: field }) => [
            name,
            first(decode(element.slice(offset, offset + field.size), field, 1, context)),
          ]),
        ),
      );
    case "array":
      context.spend(count * (objectBytes + type.size));
      return elements(
        bytes,
        type,
        count,
        (element) => decode(element.slice(), type.base, type.count, context) as Scalar,
      );
    case "opaque":
      context.spend(count * (objectBytes + type.size));
      return elements(bytes, type, count, (element) => element.slice());
  }
}

function elements<T>(bytes: Uint8Array, type: Datatype, count: number, one: (element: Uint8Array) => T): T[] {
  return Array.from({ length: count }, (_, i) => one(bytes.subarray(i * type.size, (i + 1) * type.size)));
}

function first(values: Values): unknown {
  return values[0];
}

function fixedText(element: Uint8Array, padding: "nul" | "space"): string {
  return padding === "space" ? decoder.decode(element).replace(/ +$/, "") : untilNul(element);
}

/** A variable-length element is its length, a heap's address and an index there. */
function heapObject(element: Uint8Array, elementBytes: number, context: DecodeContext): Uint8Array {
  const cursor = new Cursor(element, context.label, context.origin);
  const length = cursor.u32();
  const address = cursor.address();
  const index = cursor.u32();
  if (length === 0 || address === null || address === 0) return new Uint8Array(0);
  const object = context.heap(address).get(index);
  if (object === undefined || object.length < length * elementBytes) {
    throw cursor.corrupt("a variable-length value that its heap does not hold");
  }
  context.spend(length * elementBytes * 2);
  return object.subarray(0, length * elementBytes);
}

function variableArray(element: Uint8Array, base: Datatype, context: DecodeContext): Scalar {
  const bytes = heapObject(element, base.size, context);
  return decode(bytes.slice(), base, bytes.length / base.size, context) as Scalar;
}

function decodeNumbers(bytes: Uint8Array, type: Datatype, context: DecodeContext): NumericArray {
  const number = type.kind === "enum" ? type.base : type;
  if (number.kind !== "integer" && number.kind !== "float") throw new TypeError(`no numbers in ${type.kind}`);
  const aligned = bytes.byteOffset % number.size === 0 ? bytes : bytes.slice();
  if (number.bigEndian) swapBytes(aligned, number.size);
  const { byteOffset } = aligned;
  const buffer = aligned.buffer as ArrayBuffer;
  const length = Math.floor(aligned.byteLength / number.size);
  if (number.kind === "float") {
    if (number.size === 8) return new Float64Array(buffer, byteOffset, length);
    if (number.size === 4) return new Float32Array(buffer, byteOffset, length);
    context.spend(4 * length);
    return fromFloat16(new Uint16Array(buffer, byteOffset, length));
  }
  switch (number.size) {
    case 1:
      return new (number.signed && type.kind !== "enum" ? Int8Array : Uint8Array)(buffer, byteOffset, length);
    case 2:
      return new (number.signed ? Int16Array : Uint16Array)(buffer, byteOffset, length);
    case 4:
      return new (number.signed ? Int32Array : Uint32Array)(buffer, byteOffset, length);
    default:
      context.spend(8 * length);
      return fromInt64(new Uint32Array(buffer, byteOffset, 2 * length), number.signed);
  }
}

/** 64-bit integers as doubles: exact up to 2^53, as every consumer of the files reads them. */
function fromInt64(halves: Uint32Array, signed: boolean): Float64Array {
  const numbers = new Float64Array(halves.length / 2);
  for (let i = 0; i < numbers.length; i++) {
    const high = signed ? halves[2 * i + 1]! | 0 : halves[2 * i + 1]!;
    numbers[i] = high * 2 ** 32 + halves[2 * i]!; // the sum rounds once, as converting the integer would
  }
  return numbers;
}

function fromFloat16(values: Uint16Array): Float32Array {
  const numbers = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) numbers[i] = float16(values[i]!);
  return numbers;
}

/** IEEE 754 binary16. */
function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function swapBytes(bytes: Uint8Array, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % size);
  if (size === 2) for (let i = 0; i < end; i += 2) view.setUint16(i, view.getUint16(i), true);
  if (size === 4) for (let i = 0; i < end; i += 4) view.setUint32(i, view.getUint32(i), true);
  if (size === 8) for (let i = 0; i < end; i += 8) view.setBigUint64(i, view.getBigUint64(i), true);
}
