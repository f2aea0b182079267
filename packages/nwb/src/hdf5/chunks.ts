import { blockBudget, type BlockBudget } from "./block-budget.ts";
import { readTreeRecords } from "./btree2.ts";
import { numberedPlaces, type ChunkGrid, type NumberedPlace } from "./chunk-grid.ts";
import type { ChunkArray } from "./entry-block.ts";
import { corrupt } from "./errors.ts";
import { openExtensibleArray } from "./extensible-array.ts";
import { openFixedArray } from "./fixed-array.ts";
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
    case "implicit": {
      const start = index.address;
      return numberedChunks(numberedPlaces(metadata, grid, from, to), (number) => ({
        address: start + number * grid.chunkBytes,
        bytes: grid.chunkBytes,
        mask: 0,
      }));
    }
    case "fixed-array":
    case "extensible-array": {
      const open = index.kind === "fixed-array" ? openFixedArray : openExtensibleArray;
      const array = open(metadata, index.address);
      return numberedChunks(numberedPlaces(metadata, grid, from, to), (number) =>
        placeIn(array, grid, number),
      );
    }
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

/** The wanted chunks of an index that knows them by number. */
function numberedChunks(
  wanted: Iterable<NumberedPlace>,
  place: (number: number) => Omit<Chunk, "origin"> | null,
): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { number, origin } of wanted) {
    const placed = place(number);
    if (placed !== null) chunks.push({ origin, ...placed });
  }
  return chunks;
}

/** Where a chunk is, as an entry of a fixed or an extensible array says. */
function placeIn(
  { entry, entryBytes }: ChunkArray,
  grid: ChunkGrid,
  number: number,
): Omit<Chunk, "origin"> | null {
  const cursor = entry(number);
  const address = cursor?.address() ?? null;
  if (cursor === null || address === null) return null;
  if (!grid.filtered) return { address, bytes: grid.chunkBytes, mask: 0 };
  if (entryBytes < 13 || entryBytes > 20) throw cursor.corrupt(`an entry of ${entryBytes} bytes for a chunk`);
  return { address, bytes: cursor.unsigned(entryBytes - 12), mask: cursor.u32() };
}
