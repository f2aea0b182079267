import type { MostShape, Shape } from "../hdf5/dataspace.ts";

const encoder = new TextEncoder();

/** "No such place". */
export const undefinedAddress = new Uint8Array(8).fill(0xff);

/** Whole numbers, least significant byte first. */
export function number(value: number, bytes: 1 | 2 | 4 | 8): Uint8Array {
  const encoded = new Uint8Array(bytes);
  const view = new DataView(encoded.buffer);
  if (bytes === 1) view.setUint8(0, value);
  else if (bytes === 2) view.setUint16(0, value, true);
  else if (bytes === 4) view.setUint32(0, value, true);
  else view.setBigUint64(0, BigInt(value), true);
  return encoded;
}

export function text(value: string): Uint8Array {
  return encoder.encode(value);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The next multiple of eight: where the format wants blocks to begin. */
export function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** A dataspace message, version 2. Source: HDF5 file format specification 3.0, section IV.A.2.b. */
export function encodeDataspace(shape: Shape, mostShape: MostShape | null): Uint8Array {
  const [none, scalar, simple] = [2, 0, 1];
  if (shape === null) return Uint8Array.of(2, 0, 0, none);
  const grows = mostShape !== null && mostShape.some((most, d) => most !== shape[d]);
  const most = (mostShape ?? []).map((length) => (length === null ? undefinedAddress : number(length, 8)));
  return join(
    Uint8Array.of(2, shape.length, grows ? 1 : 0, shape.length === 0 ? scalar : simple),
    ...shape.map((length) => number(length, 8)),
    ...(grows ? most : []),
  );
}
