import type { Cursor } from "./cursor.ts";
import { Declined } from "./errors.ts";

/** How a chunked dataset's chunks are found. */
export type ChunkIndex =
  | { readonly kind: "tree"; readonly address: number | null }
  | { readonly kind: "tree2"; readonly address: number | null }
  | {
      readonly kind: "single";
      readonly address: number | null;
      readonly bytes: number | null;
      readonly mask: number;
    }
  | { readonly kind: "implicit"; readonly address: number | null }
  | { readonly kind: "fixed-array"; readonly address: number | null }
  | { readonly kind: "extensible-array"; readonly address: number | null };

/** Where a dataset's elements are. */
export type Layout =
  | { readonly kind: "compact"; readonly bytes: Uint8Array }
  | { readonly kind: "contiguous"; readonly address: number | null; readonly bytes: number }
  | {
      readonly kind: "chunked";
      readonly chunk: readonly number[];
      readonly index: ChunkIndex;
      /** Whether chunks that stick out over the data's edge are stored without filters. */
      readonly plainEdges: boolean;
    };

/**
 * Source: HDF5 file format specification 3.0, section IV.A.2.i.
 *
 * @throws Declined for layouts from before HDF5 1.6.
 */
export function readLayout(cursor: Cursor): Layout {
  const version = cursor.u8();
  if (version === 1 || version === 2) throw new Declined(`data layouts of version ${version}`);
  if (version < 3 || version > 5) throw cursor.corrupt(`a data layout of version ${version}`);
  const kind = cursor.u8();
  if (kind === 0) return { kind: "compact", bytes: cursor.take(cursor.u16()) };
  if (kind === 1) return { kind: "contiguous", address: cursor.address(), bytes: cursor.size64() };
  if (kind === 2) return version === 3 ? readChunked(cursor) : readChunked4(cursor);
  throw cursor.corrupt(`a data layout of class ${kind}`);
}

/** Whether a layout message says that the data are views of other datasets, perhaps in other files. */
export function isVirtual(cursor: Cursor): boolean {
  return cursor.u8() >= 4 && cursor.u8() === 3;
}

function readChunked(cursor: Cursor): Layout {
  const rank = chunkRank(cursor);
  const address = cursor.address();
  const chunk = Array.from({ length: rank }, () => cursor.u32());
  return {
    kind: "chunked",
    chunk: checked(chunk, cursor),
    index: { kind: "tree", address },
    plainEdges: false,
  };
}

function readChunked4(cursor: Cursor): Layout {
  const flags = cursor.u8();
  const rank = chunkRank(cursor);
  const lengthBytes = cursor.u8();
  if (lengthBytes < 1 || lengthBytes > 8) throw cursor.corrupt(`chunk lengths of ${lengthBytes} bytes`);
  const lengths = Array.from({ length: rank + 1 }, () => cursor.unsigned(lengthBytes));
  const chunk = checked(lengths.slice(0, rank), cursor);
  return { kind: "chunked", chunk, index: readIndex(cursor, flags), plainEdges: (flags & 1) !== 0 };
}

/** The message counts the element's size as one more dimension. */
function chunkRank(cursor: Cursor): number {
  const rank = cursor.u8() - 1;
  if (rank < 1 || rank > 32) throw cursor.corrupt(`chunks of ${rank} dimensions`);
  return rank;
}

function checked(chunk: number[], cursor: Cursor): number[] {
  if (chunk.some((length) => length === 0)) throw cursor.corrupt("a chunk of length zero");
  return chunk;
}

function readIndex(cursor: Cursor, flags: number): ChunkIndex {
  const kind = cursor.u8();
  switch (kind) {
    case 1: {
      const filtered = (flags & 2) !== 0;
      const bytes = filtered ? cursor.u64() : null;
      const mask = filtered ? cursor.u32() : 0;
      return { kind: "single", bytes, mask, address: cursor.address() };
    }
    case 2:
      return { kind: "implicit", address: cursor.address() };
    case 3:
      return { kind: "fixed-array", address: cursor.skip(1).address() };
    case 4:
      return { kind: "extensible-array", address: cursor.skip(5).address() };
    case 5:
      return { kind: "tree2", address: cursor.skip(6).address() };
    default:
      throw cursor.corrupt(`a chunk index of kind ${kind}`);
  }
}
