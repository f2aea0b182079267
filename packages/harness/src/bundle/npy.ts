import { BraidynError } from "@braidyn/core";

/** Arrays that a `.npy` of ours can hold. */
export type NpyArray =
  Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** A NumPy array: `data` is its elements in C order. */
export interface NpyContents<Data extends NpyArray = NpyArray> {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: Data;
}

const constructors = {
  "<f8": Float64Array,
  "<f4": Float32Array,
  "<i4": Int32Array,
  "<u4": Uint32Array,
  "<i2": Int16Array,
  "<u2": Uint16Array,
  "|i1": Int8Array,
  "|u1": Uint8Array,
} as const;
type Dtype = keyof typeof constructors;

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];

/**
 * The first bytes of a `.npy` 1.0 file, up to its data. Their number is a multiple of 64, so that the data can be
 * viewed in place. Format: numpy.lib.format.
 */
export function npyHeader(dtype: string, shape: readonly number[]): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const text = `{'descr': '${dtype}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const before = magic.length + 2;
  const total = Math.ceil((before + text.length + 1) / 64) * 64;
  const header = new TextEncoder().encode(`${text.padEnd(total - before - 1)}\n`);
  return Uint8Array.of(...magic, header.length & 0xff, header.length >> 8, ...header);
}

/** A whole `.npy` file: `data.length` must be the product of `shape`. */
export function writeNpy(data: NpyArray, shape: readonly number[] = [data.length]): Uint8Array {
  const header = npyHeader(dtypeOf(data), shape);
  const file = new Uint8Array(header.length + data.byteLength);
  file.set(header);
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), header.length);
  return file;
}

/**
 * Reads a `.npy` 1.0 or 2.0 file of plain little-endian numbers in C order. The data is a view of `file` where its
 * alignment allows, else a copy; nothing is allocated by what the header claims.
 *
 * @param name what to call the file in errors.
 * @throws BraidynError `BUNDLE_NPY` for anything else: another dtype (pickled objects included), Fortran order, a
 * shape that does not match the number of bytes.
 */
export function readNpy(file: Uint8Array, name: string): NpyContents {
  const refuse = (reason: string) => new BraidynError("BUNDLE_NPY", { file: name, reason });
  const start = dataStart(file);
  if (start === null) throw refuse("numpy magic");
  const { prefix, offset } = start;
  if (offset > file.length) throw refuse(`header ${offset} > ${file.length} bytes`);
  const found = headerPattern.exec(String.fromCharCode(...file.subarray(prefix, offset)));
  const { descr = "", fortran, shape: tuple = "" } = found?.groups ?? {};
  if (found === null) throw refuse("header");
  if (!Object.hasOwn(constructors, descr)) throw refuse(`dtype ${descr}`);
  if (fortran === "True") throw refuse("fortran_order: True");
  const shape = tuple.split(",").flatMap((part) => (part.trim() === "" ? [] : [Number(part)]));
  const bytes = file.subarray(offset);
  const make = constructors[descr as Dtype];
  const needed = shape.reduce((product, size) => product * size, make.BYTES_PER_ELEMENT);
  if (needed !== bytes.length) throw refuse(`shape (${tuple}) ${descr}: ${needed} != ${bytes.length} bytes`);
  const count = bytes.length / make.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % make.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
  return { dtype: descr, shape, data: new make(aligned.buffer as ArrayBuffer, aligned.byteOffset, count) };
}

const headerPattern =
  /^\{\s*'descr':\s*'(?<descr>[^']{2,8})',\s*'fortran_order':\s*(?<fortran>True|False),\s*'shape':\s*\((?<shape>(?:\d{1,15}(?:,\s*\d{1,15}){0,31},?)?)\),?\s*\}\s*$/;

/** A header is a short dict; numpy itself refuses more than this. */
const maxHeaderBytes = 10_000;

function dataStart(file: Uint8Array): { prefix: number; offset: number } | null {
  if (file.length < 12 || magic.slice(0, 6).some((byte, i) => file[i] !== byte)) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = file[6];
  if (version !== 1 && version !== 2) return null;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const prefix = version === 1 ? 10 : 12;
  return length > maxHeaderBytes ? null : { prefix, offset: prefix + length };
}

function dtypeOf(data: NpyArray): Dtype {
  const entry = Object.entries(constructors).find(([, make]) => data instanceof make);
  return (entry?.[0] ?? "<f8") as Dtype;
}
