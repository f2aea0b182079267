import { blockBudget, type BlockBudget } from "./block-budget.ts";
import { readTreeRecords, verify } from "./btree2.ts";
import { corrupt, Declined } from "./errors.ts";
import type { ChunkIndex } from "./layout.ts";
import type { Metadata } from "./metadata.ts";

/** A stored chunk. */
export interface Chunk {
  /** Index of its first element in each dimension. */
  readonly origin: readonly number[];
  readonly address: number;
  /** Stored bytes, after the filters. */
  readonly bytes: number;
  /** A bit for every filter that was skipped. */
  readonly mask: number;
}

/** A chunked dataset. */
export interface ChunkGrid {
  readonly shape: readonly number[];
  readonly chunk: readonly number[];
  /** Bytes of a whole chunk before the filters. */
  readonly chunkBytes: number;
  readonly filtered: boolean;
}

/** The stored chunks that hold any of the rows `from <= row < to`; chunks that were never written are not among them. */
export function findChunks(
  metadata: Metadata,
  index: ChunkIndex,
  grid: ChunkGrid,
  from: number,
  to: number,
): readonly Chunk[] {
  if (index.address === null) return [];
  const rows = grid.chunk[0] as number;
  const inside = ({ origin }: Chunk) => (origin[0] as number) < to && (origin[0] as number) + rows > from;
  switch (index.kind) {
    case "tree": {
      const spend = blockBudget(metadata, "the nodes of a chunk tree");
      return [...treeChunks(metadata, index.address, grid, from, to, new Set(), 256, spend)].filter(inside);
    }
    case "tree2":
      return tree2Chunks(metadata, index.address, grid).filter(inside);
    case "single": {
      const origin = grid.shape.map(() => 0);
      return [{ origin, address: index.address, bytes: index.bytes ?? grid.chunkBytes, mask: index.mask }];
    }
    case "implicit":
      return gridChunks(metadata, grid, (i) => ({
        address: (index.address as number) + i * grid.chunkBytes,
        bytes: grid.chunkBytes,
        mask: 0,
      })).filter(inside);
    case "fixed-array":
      return fixedArrayChunks(metadata, index.address, grid).filter(inside);
  }
}

/** Chunks below a version 1 B-tree node, subtrees without wanted rows left out. Section III.A.1, node type 1. */
function* treeChunks(
  metadata: Metadata,
  address: number,
  grid: ChunkGrid,
  from: number,
  to: number,
  visited: Set<number>,
  parentLevel: number,
  spend: BlockBudget,
): Generator<Chunk> {
  if (visited.has(address))
    throw corrupt(metadata.label, metadata.offsetOf(address), "a chunk tree has a loop");
  visited.add(address);
  const head = metadata.at(address, 24, "a chunk tree").signature("TREE");
  if (head.u8() !== 1) throw head.corrupt("a group's tree where a chunk tree belongs");
  const level = head.u8();
  if (level >= parentLevel) throw head.corrupt("a chunk tree has a loop");
  const count = head.u16();
  const rank = grid.shape.length;
  const keyBytes = 8 + 8 * (rank + 1);
  const entryBytes = count * (keyBytes + 8) + keyBytes;
  spend(address, 24 + entryBytes);
  const cursor = metadata.at(address + 24, entryBytes, "a chunk tree");
  const entries: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const [bytes, mask] = [cursor.u32(), cursor.u32()];
    const origin = Array.from({ length: rank }, () => cursor.u64());
    entries.push({ origin, bytes, mask, address: cursor.skip(8).u64() });
  }
  if (level === 0) {
    yield* entries;
    return;
  }
  // Chunks are in row order: a subtree ends at the row where the next begins.
  const rows = grid.chunk[0] as number;
  const wanted = entries.filter((entry, i) => {
    const start = entry.origin[0] as number;
    const next = entries[i + 1]?.origin[0] ?? Infinity;
    return start < to && next + rows > from;
  });
  metadata.expect(wanted.map((entry) => ({ offset: entry.address, length: 24 })));
  for (const entry of wanted) {
    yield* treeChunks(metadata, entry.address, grid, from, to, visited, level, spend);
  }
}

/** Version 2 B-tree of chunks, record types 10 and 11. */
function tree2Chunks(metadata: Metadata, address: number, grid: ChunkGrid): Chunk[] {
  const chunks: Chunk[] = [];
  const rank = grid.shape.length;
  readTreeRecords(metadata, address, (record) => {
    const place = record.u64();
    const sizeBytes = grid.filtered ? record.bytes.length - 8 - 4 - 8 * rank : 0;
    if (sizeBytes < 0 || sizeBytes > 8) throw record.corrupt("a chunk record of the wrong length");
    const bytes = grid.filtered ? record.unsigned(sizeBytes) : grid.chunkBytes;
    const mask = grid.filtered ? record.u32() : 0;
    const origin = grid.chunk.map((length) => record.u64() * length);
    chunks.push({ origin, address: place, bytes, mask });
  });
  return chunks;
}

/** Number of chunks that the grid spans; more than the file could hold one number of each is damage. */
function gridLength(metadata: Metadata, grid: ChunkGrid): number {
  const counts = grid.shape.map((length, i) => Math.ceil(length / (grid.chunk[i] as number)));
  const total = counts.reduce((product, count) => product * count, 1);
  if (!(total <= metadata.extent / 8))
    throw corrupt(metadata.label, metadata.offsetOf(0), `a grid of ${total} chunks`);
  return total;
}

/** Chunks of a grid in C order, each placed by its number. */
function gridChunks(
  metadata: Metadata,
  grid: ChunkGrid,
  place: (index: number) => Omit<Chunk, "origin"> | null,
): Chunk[] {
  const total = gridLength(metadata, grid);
  const counts = grid.shape.map((length, i) => Math.ceil(length / (grid.chunk[i] as number)));
  const chunks: Chunk[] = [];
  for (let index = 0; index < total; index++) {
    const placed = place(index);
    if (placed === null) continue;
    const origin: number[] = [];
    let rest = index;
    for (let d = counts.length - 1; d >= 0; d--) {
      const count = counts[d] as number;
      origin[d] = (rest % count) * (grid.chunk[d] as number);
      rest = Math.floor(rest / count);
    }
    chunks.push({ origin, ...placed });
  }
  return chunks;
}

/** A fixed array of chunk addresses. Source: HDF5 file format specification 3.0, section VII.C. */
function fixedArrayChunks(metadata: Metadata, address: number, grid: ChunkGrid): Chunk[] {
  const head = metadata.at(address, 28, "a chunk array").signature("FAHD");
  verify(metadata, address, head, 24);
  const entryBytes = head.skip(2).u8();
  const pageBits = head.u8();
  const entries = head.u64();
  const dataAddress = head.address();
  if (dataAddress === null) return [];
  // Pages that were never written are marked in a bitmap; such large arrays are rare.
  if (entries > 2 ** pageBits) throw new Declined("paged chunk arrays");
  const prefix = 4 + 2 + 8;
  const block = metadata.at(dataAddress, prefix + entries * entryBytes, "a chunk array").signature("FADB");
  verify(metadata, dataAddress, block, block.bytes.length);
  block.skip(2 + 8);
  const total = gridLength(metadata, grid);
  if (total > entries) throw block.corrupt(`${entries} chunk addresses for ${total} chunks`);
  return gridChunks(metadata, grid, () => {
    const place = block.address();
    const bytes = grid.filtered ? block.unsigned(entryBytes - 12) : grid.chunkBytes;
    const mask = grid.filtered ? block.u32() : 0;
    return place === null ? null : { address: place, bytes, mask };
  });
}
