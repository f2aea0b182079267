import type { Cursor } from "./cursor.ts";

/** Lengths of the dimensions; [] is a scalar, null is "no data at all". */
export type Shape = readonly number[] | null;

/** Lengths that the dimensions may grow to; null is without limit. */
export type MostShape = readonly (number | null)[];

/** The lengths now. Source: HDF5 file format specification 3.0, section IV.A.2.b. */
export function readDataspace(cursor: Cursor): Shape {
  return readExtents(cursor).shape;
}

/** The lengths now, and those that the dimensions may grow to. */
export function readExtents(cursor: Cursor): { shape: Shape; mostShape: MostShape } {
  const version = cursor.u8();
  const rank = cursor.u8();
  const hasMost = (cursor.u8() & 1) !== 0;
  if (version !== 1 && version !== 2) throw cursor.corrupt(`a dataspace of version ${version}`);
  if (rank > 32) throw cursor.corrupt(`a dataspace of ${rank} dimensions`);
  if (version === 1) cursor.skip(5);
  else if (cursor.u8() === 2) return { shape: null, mostShape: [] };
  const shape = Array.from({ length: rank }, () => cursor.u64());
  // "Without limit" is stored as all ones, as an undefined address is.
  return { shape, mostShape: hasMost ? shape.map(() => cursor.address()) : shape };
}

/** Number of elements; beyond 2^53 it is Infinity, which every size check refuses. */
export function elementCount(shape: Shape): number {
  if (shape === null) return 0;
  const count = shape.reduce((product, length) => product * length, 1);
  return Number.isSafeInteger(count) ? count : Infinity;
}
