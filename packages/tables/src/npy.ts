import { BraidynError } from "@braidyn/core";
import type { TypedArray } from "./dense-columns.ts";

/** NumPy's little-endian type strings of JavaScript's arrays. */
const descriptors = {
  Float64Array: "<f8",
  Float32Array: "<f4",
  Int32Array: "<i4",
  Uint32Array: "<u4",
  Int16Array: "<i2",
  Uint16Array: "<u2",
  Int8Array: "|i1",
  Uint8Array: "|u1",
  BigInt64Array: "<i8",
  BigUint64Array: "<u8",
} as const;

export type NpyType = (typeof descriptors)[keyof typeof descriptors];

/** NumPy's name for the numbers in `data`. */
export function npyType(data: TypedArray): NpyType {
  return descriptors[data.constructor.name as keyof typeof descriptors];
}

/** An array of `shape`, C order (last index fastest), as a .npy file that `numpy.load` reads. */
export function toNpy({ data, shape }: { data: TypedArray; shape: readonly number[] }): Uint8Array {
  const expected = shape.reduce((product, size) => product * size, 1);
  if (data.length !== expected) {
    throw new BraidynError("TABLE_SHAPE", { what: `[${shape.join(", ")}]`, found: data.length, expected });
  }
  const header = writeNpyHeader(npyType(data), shape);
  const file = new Uint8Array(header.length + data.byteLength);
  file.set(header);
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), header.length);
  return file;
}

/**
 * The bytes before the values: format 1.0, padded so that the values start at a multiple of 64.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function writeNpyHeader(type: NpyType, shape: readonly number[]): Uint8Array {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const prefixBytes = 10;
  const total = Math.ceil((prefixBytes + dictionary.length + 1) / 64) * 64;
  const text = dictionary.padEnd(total - prefixBytes - 1, " ") + "\n";
  const length = text.length;
  const prefix = [0x93, ...ascii("NUMPY"), 1, 0, length & 0xff, length >> 8];
  return Uint8Array.from([...prefix, ...ascii(text)]);
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
