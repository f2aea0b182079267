import { BraidynError } from "@braidyn/core";
import type { BlockCache } from "./block-cache.ts";
import { lookup3 } from "./checksum.ts";
import { Cursor } from "./cursor.ts";
import { corrupt, unsupported } from "./errors.ts";
import type { SymbolTable } from "./symbol-table.ts";

/** Where a file's addresses count from, and where its root group stands. */
export interface Superblock {
  readonly baseAddress: number;
  readonly rootAddress: number;
  /** Where the root group's members were when it was made, as old superblocks say. */
  readonly rootTable: SymbolTable | null;
}

/** Bytes of a superblock by version, the root group's entry in the old ones included. */
const superblockBytes = [96, 100, 48, 48];
const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Finds and reads the superblock, versions 0 to 3. It stands at byte 0, or after a user block at 512, 1024, 2048 ...
 *
 * @throws BraidynError `NWB_NOT_HDF5`; `NWB_TRUNCATED` when the file is shorter than it says.
 */
export function readSuperblock(cache: BlockCache): Superblock {
  const { label, size } = cache.source;
  const start = findSignature(cache);
  if (start === null) throw new BraidynError("NWB_NOT_HDF5", { path: label, size });
  const version = cache.bytes(start + 8, 1, "the superblock")[0] ?? 0;
  if (version > 3) throw unsupported(label, `superblock version ${version}`);
  const length = superblockBytes[version] as number;
  const cursor = new Cursor(cache.bytes(start, length, "the superblock"), label, start, 9);
  const superblock = version <= 1 ? readOld(cursor, version) : readNew(cursor, label, start);
  if (superblock.endOfFile > size) {
    const what = "the file's own header";
    throw new BraidynError("NWB_TRUNCATED", { path: label, size, what, end: superblock.endOfFile });
  }
  return superblock;
}

function findSignature(cache: BlockCache): number | null {
  const { size } = cache.source;
  for (let at = 0; at + signature.length <= size; at = at === 0 ? 512 : at * 2) {
    const bytes = cache.bytes(at, 8, "the superblock");
    if (signature.every((byte, i) => bytes[i] === byte)) return at;
  }
  return null;
}

function readOld(cursor: Cursor, version: number): Superblock & { endOfFile: number } {
  checkFieldSizes(cursor.skip(4));
  cursor.skip(version === 1 ? 13 : 9);
  const baseAddress = cursor.u64();
  const endOfFile = cursor.skip(8).u64();
  const rootAddress = cursor.skip(8 + 8).u64();
  const isCached = cursor.u32() === 1;
  const rootTable = isCached ? { tree: cursor.skip(4).u64(), heap: cursor.u64() } : null;
  return { baseAddress, endOfFile, rootAddress, rootTable };
}

function readNew(cursor: Cursor, label: string, start: number): Superblock & { endOfFile: number } {
  checkFieldSizes(cursor);
  const baseAddress = cursor.skip(1).u64();
  const endOfFile = cursor.skip(8).u64();
  const rootAddress = cursor.u64();
  if (lookup3(cursor.bytes.subarray(0, cursor.position)) !== cursor.u32()) {
    throw corrupt(label, start, "the superblock's checksum does not match");
  }
  return { baseAddress, endOfFile, rootAddress, rootTable: null };
}

function checkFieldSizes(cursor: Cursor): void {
  const [offsets, lengths] = [cursor.u8(), cursor.u8()];
  if (offsets === 8 && lengths === 8) return;
  const sound = [2, 4, 8, 16, 32];
  if (!sound.includes(offsets) || !sound.includes(lengths)) {
    throw cursor.corrupt(`addresses of ${offsets} and lengths of ${lengths} bytes`);
  }
  // Not left to h5wasm, which would be the first to look at anything in the file: damage can crash it.
  throw cursor.unsupported(`addresses of ${offsets} and lengths of ${lengths} bytes`);
}
