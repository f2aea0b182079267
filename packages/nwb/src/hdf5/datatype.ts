import type { Cursor } from "./cursor.ts";

/** How one element is stored. */
export type Datatype =
  | { readonly kind: "integer"; readonly size: number; readonly signed: boolean; readonly bigEndian: boolean }
  | { readonly kind: "float"; readonly size: 2 | 4 | 8; readonly bigEndian: boolean }
  | { readonly kind: "string"; readonly size: number; readonly padding: "nul" | "space" }
  | { readonly kind: "opaque"; readonly size: number }
  | { readonly kind: "compound"; readonly size: number; readonly members: readonly Member[] }
  | { readonly kind: "reference"; readonly size: number }
  | { readonly kind: "enum"; readonly size: number; readonly base: Datatype; readonly boolean: boolean }
  | { readonly kind: "vlen"; readonly size: number; readonly base: Datatype; readonly text: boolean }
  | { readonly kind: "array"; readonly size: number; readonly base: Datatype; readonly count: number };

/** One field of a compound. */
export interface Member {
  readonly name: string;
  readonly offset: number;
  readonly type: Datatype;
}

const mostNesting = 16;

/**
 * Reads a datatype message. Source: HDF5 file format specification 3.0, section IV.A.2.d.
 *
 * @throws BraidynError `NWB_UNSUPPORTED` for sound types that no NWB file needs and that h5wasm would misread: times,
 * region references, complex numbers, numbers of odd widths.
 */
export function readDatatype(cursor: Cursor, depth = 0): Datatype {
  if (depth > mostNesting) throw cursor.corrupt("datatypes nested too deeply");
  const head = cursor.u8();
  const version = head >> 4;
  const bits = cursor.unsigned(3);
  const size = cursor.u32();
  if (version < 1 || version > 5) throw cursor.corrupt(`a datatype of version ${version}`);
  if (size === 0) throw cursor.corrupt("a datatype of zero bytes");
  switch (head & 15) {
    case 0:
      return readInteger(cursor, bits, size);
    case 1:
      return readFloat(cursor, bits, size);
    case 3:
      return { kind: "string", size, padding: (bits & 15) === 2 ? "space" : "nul" };
    case 5:
      cursor.skip(bits & 0xff);
      return { kind: "opaque", size };
    case 6:
      return readCompound(cursor, version, bits & 0xffff, size, depth);
    case 7:
      if ((bits & 15) !== 0 || size !== 8) throw cursor.unsupported("references to regions or attributes");
      return { kind: "reference", size };
    case 8:
      return readEnum(cursor, version, bits & 0xffff, size, depth);
    case 9:
      if (size !== 16) throw cursor.corrupt(`a variable-length element of ${size} bytes`);
      return { kind: "vlen", size, text: (bits & 15) === 1, base: readDatatype(cursor, depth + 1) };
    case 10:
      return readArray(cursor, version, size, depth);
    case 2:
    case 4:
    case 11:
      throw cursor.unsupported("times, bit fields and complex numbers");
    default:
      throw cursor.corrupt(`a datatype of class ${head & 15}`);
  }
}

function readInteger(cursor: Cursor, bits: number, size: number): Datatype {
  const [offset, precision] = [cursor.u16(), cursor.u16()];
  if (![1, 2, 4, 8].includes(size)) throw cursor.unsupported(`integers of ${size} bytes`);
  if (offset !== 0 || precision !== size * 8)
    throw cursor.unsupported("integers that fill part of their bytes");
  return { kind: "integer", size, signed: (bits & 8) !== 0, bigEndian: (bits & 1) !== 0 };
}

/** IEEE 754 layouts by size: exponent location and size, mantissa size, exponent bias. */
const ieee: Record<number, readonly number[]> = {
  2: [10, 5, 10, 15],
  4: [23, 8, 23, 127],
  8: [52, 11, 52, 1023],
};

function readFloat(cursor: Cursor, bits: number, size: number): Datatype {
  const [offset, precision] = [cursor.u16(), cursor.u16()];
  const [exponentAt, exponentBits, mantissaAt, mantissaBits] = [
    cursor.u8(),
    cursor.u8(),
    cursor.u8(),
    cursor.u8(),
  ];
  const found = [exponentAt, exponentBits, mantissaBits, cursor.u32()];
  const standard = ieee[size]?.every((value, i) => found[i] === value) && mantissaAt === 0 && offset === 0;
  const vax = (bits & 0x40) !== 0;
  if (!standard || precision !== size * 8 || vax)
    throw cursor.unsupported("floating-point numbers that are not IEEE 754");
  return { kind: "float", size: size as 2 | 4 | 8, bigEndian: (bits & 1) !== 0 };
}

function readCompound(cursor: Cursor, version: number, count: number, size: number, depth: number): Datatype {
  const offsetBytes = version >= 3 ? bytesFor(size) : 4;
  const members: Member[] = [];
  for (let i = 0; i < count; i++) {
    const name = cursor.terminatedText(version >= 3 ? 1 : 8);
    const offset = cursor.unsigned(offsetBytes);
    // Version 1 could make a member an array by dimensions given here.
    if (version === 1 && cursor.u8() > 0)
      throw cursor.unsupported("compounds of version 1 with array members");
    if (version === 1) cursor.skip(27);
    const type = readDatatype(cursor, depth + 1);
    if (offset + type.size > size) throw cursor.corrupt(`the field ${name} lies outside its compound`);
    members.push({ name, offset, type });
  }
  return { kind: "compound", size, members };
}

/** Bytes that a compound's field offsets take from version 3 on. */
function bytesFor(size: number): number {
  let bytes = 1;
  while (256 ** bytes <= size) bytes++;
  return bytes;
}

function readEnum(cursor: Cursor, version: number, count: number, size: number, depth: number): Datatype {
  const base = readDatatype(cursor, depth + 1);
  if (base.kind !== "integer" || base.size !== size) throw cursor.corrupt("an enumeration of no integers");
  const names = Array.from({ length: count }, () => cursor.terminatedText(version >= 3 ? 1 : 8));
  const values = Array.from({ length: count }, () => cursor.take(size)[0] ?? 0);
  // What h5py writes for booleans.
  const boolean = size === 1 && names.join() === "FALSE,TRUE" && values.join() === "0,1";
  return { kind: "enum", size, base, boolean };
}

function readArray(cursor: Cursor, version: number, size: number, depth: number): Datatype {
  const rank = cursor.u8();
  if (version < 3) cursor.skip(3);
  let count = 1;
  for (let i = 0; i < rank; i++) count *= cursor.u32();
  if (version < 3) cursor.skip(4 * rank);
  const base = readDatatype(cursor, depth + 1);
  if (count * base.size !== size) throw cursor.corrupt("an array type whose size does not fit its elements");
  return { kind: "array", size, base, count };
}
