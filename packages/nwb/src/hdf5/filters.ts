import { fletcher32 } from "./checksum.ts";
import type { Cursor } from "./cursor.ts";
import { corrupt, Declined, unsupported } from "./errors.ts";
import { decompressLzf } from "./lzf.ts";
import { unshuffle } from "./shuffle.ts";

/** One step of a dataset's filter pipeline. */
export interface Filter {
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly number[];
}

/** Inflates a zlib stream; at most `mostBytes` come out, more is an error. */
export type Inflate = (bytes: Uint8Array, mostBytes: number) => Promise<Uint8Array>;

const deflate = 1;
const shuffle = 2;
const checksum = 3;
const lzf = 32000;
/** szip and scale-offset; n-bit is not among them, since h5wasm misreads the integers that it serves. */
const leftToH5wasm = [4, 6];

/** Source: HDF5 file format specification 3.0, section IV.A.2.l. */
export function readFilters(cursor: Cursor): readonly Filter[] {
  const version = cursor.u8();
  if (version !== 1 && version !== 2) throw cursor.corrupt(`a filter pipeline of version ${version}`);
  const count = cursor.u8();
  if (count > 32) throw cursor.corrupt(`a pipeline of ${count} filters`);
  cursor.skip(version === 1 ? 6 : 0);
  return Array.from({ length: count }, () => readFilter(cursor, version));
}

function readFilter(cursor: Cursor, version: number): Filter {
  const id = cursor.u16();
  const nameBytes = version === 1 || id >= 256 ? cursor.u16() : 0;
  const parameterCount = cursor.skip(2).u16();
  const name = cursor.text(version === 1 ? Math.ceil(nameBytes / 8) * 8 : nameBytes);
  const parameters = Array.from({ length: parameterCount }, () => cursor.u32());
  if (version === 1 && parameterCount % 2 === 1) cursor.skip(4);
  return { id, name, parameters };
}

/** Refuses what cannot be undone here before any data are read. */
export function checkFilters(filters: readonly Filter[], label: string): void {
  for (const { id, name } of filters) {
    if ([deflate, shuffle, checksum, lzf].includes(id)) continue;
    if (leftToH5wasm.includes(id)) throw new Declined(`the HDF5 filter ${name || id}`);
    throw unsupported(label, `the compression filter ${id}${name ? ` (${name})` : ""}`);
  }
}

/** What a checksum, or compressing what cannot be compressed, may add to a chunk. */
export function filterOverhead(chunkBytes: number): number {
  return 1024 + Math.ceil(chunkBytes / 64);
}

/** Where a chunk stands, for errors. */
export interface ChunkPlace {
  readonly label: string;
  readonly offset: number;
}

/**
 * Undoes the pipeline, last filter first.
 *
 * @param mask a bit for every filter that was skipped when this chunk was written.
 * @param chunkBytes length of the whole chunk; any other result is a damaged file.
 */
export async function undoFilters(
  stored: Uint8Array,
  filters: readonly Filter[],
  mask: number,
  chunkBytes: number,
  inflate: Inflate,
  place: ChunkPlace,
): Promise<Uint8Array> {
  let bytes = stored;
  const mostBytes = chunkBytes + filterOverhead(chunkBytes);
  for (let i = filters.length - 1; i >= 0; i--) {
    const filter = filters[i] as Filter;
    if (mask & (1 << i)) continue;
    if (filter.id === deflate) bytes = await inflateChunk(bytes, mostBytes, inflate, place);
    else if (filter.id === shuffle) bytes = unshuffle(bytes, filter.parameters[0] ?? 1);
    else if (filter.id === checksum) bytes = checkFletcher(bytes, place);
    else bytes = expandLzf(bytes, mostBytes, place);
  }
  if (bytes.length !== chunkBytes) {
    throw corrupt(place.label, place.offset, `a chunk of ${bytes.length} bytes instead of ${chunkBytes}`);
  }
  return bytes;
}

async function inflateChunk(
  bytes: Uint8Array,
  mostBytes: number,
  inflate: Inflate,
  place: ChunkPlace,
): Promise<Uint8Array> {
  try {
    return await inflate(bytes, mostBytes);
  } catch (cause) {
    const error = corrupt(place.label, place.offset, "a chunk that does not decompress");
    error.cause = cause;
    throw error;
  }
}

function checkFletcher(bytes: Uint8Array, place: ChunkPlace): Uint8Array {
  if (bytes.length < 4) throw corrupt(place.label, place.offset, "a chunk without its checksum");
  const data = bytes.subarray(0, bytes.length - 4);
  const stored = new DataView(bytes.buffer, bytes.byteOffset + data.length, 4).getUint32(0, true);
  if (fletcher32(data) !== stored)
    throw corrupt(place.label, place.offset, "a chunk's checksum does not match");
  return data;
}

function expandLzf(bytes: Uint8Array, mostBytes: number, place: ChunkPlace): Uint8Array {
  const expanded = decompressLzf(bytes, mostBytes);
  if (expanded === null) throw corrupt(place.label, place.offset, "a chunk that does not decompress");
  return expanded;
}
