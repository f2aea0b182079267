import { BraidynError } from "@braidyn/core";
import { corrupt } from "./errors.ts";
import type { ByteSource } from "./source.ts";

/** A part of the file: `length` bytes from `offset`. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Thrown when a source that cannot answer at once lacks bytes: fetch `ranges`, then run the parser again. */
export class CacheMiss extends Error {
  override readonly name = "CacheMiss";
  readonly ranges: readonly ByteRange[];
  constructor(ranges: readonly ByteRange[]) {
    super("bytes are not in the cache");
    this.ranges = ranges;
  }
}

/** Blocks of a file's metadata, the least recently used dropped first. */
export interface BlockCache {
  readonly source: ByteSource;
  /** `length` bytes from `offset`: not to be written to. @throws CacheMiss from a source that cannot answer at once. */
  bytes(offset: number, length: number, what: string): Uint8Array;
  /** Says what will be needed, so that one miss names every range and they are fetched side by side. */
  expect(ranges: readonly ByteRange[]): void;
  /** Bytes of the blocks that a miss named: what filling it takes at most. */
  cost(ranges: readonly ByteRange[]): number;
  /** Fetches what a miss named. */
  fill(ranges: readonly ByteRange[]): Promise<void>;
}

/** The parser's whole memory of a file that is not local. */
export const cacheBytes = 64 * 1024 * 1024;

/** No metadata block of a sound file is larger; a damaged length must not allocate gigabytes. */
const mostMetadataBytes = cacheBytes / 2;

export function blockCache(source: ByteSource): BlockCache {
  const { blockBytes, size, label, kept } = source;
  const blocks = new Map<number, Uint8Array>();
  const inFlight = new Map<number, Promise<void>>();
  const mostBlocks = Math.max(16, Math.floor(cacheBytes / blockBytes));

  const keep = (index: number, block: Uint8Array) => {
    blocks.set(index, block);
    if (blocks.size > mostBlocks) blocks.delete(blocks.keys().next().value as number);
  };
  const has = (index: number) => blocks.has(index) || kept?.get(index) !== undefined;
  const blockLength = (index: number) => Math.min(blockBytes, size - index * blockBytes);

  const block = (index: number): Uint8Array => {
    const found = blocks.get(index);
    if (found !== undefined) {
      blocks.delete(index);
      blocks.set(index, found);
      return found;
    }
    const known = kept?.get(index);
    if (known !== undefined) return known;
    if (source.readSync === undefined) throw new CacheMiss([{ offset: index * blockBytes, length: 1 }]);
    const fresh = new Uint8Array(blockLength(index));
    source.readSync(fresh, index * blockBytes);
    keep(index, fresh);
    return fresh;
  };

  const missing = ({ offset, length }: ByteRange): boolean => {
    const last = Math.floor((Math.min(offset + length, size) - 1) / blockBytes);
    for (let index = Math.floor(offset / blockBytes); index <= last; index++) if (!has(index)) return true;
    return false;
  };

  const fetchBlock = async (index: number): Promise<void> => {
    const fresh = new Uint8Array(blockLength(index));
    try {
      await source.read(fresh, index * blockBytes);
      keep(index, fresh);
      kept?.put(index, fresh);
    } finally {
      inFlight.delete(index);
    }
  };

  return {
    source,
    bytes(offset, length, what) {
      if (offset < 0 || offset + length > size) {
        throw new BraidynError("NWB_TRUNCATED", { path: label, size, what, end: offset + length });
      }
      if (length > mostMetadataBytes) throw corrupt(label, offset, `${what} of ${length} bytes`);
      const first = Math.floor(offset / blockBytes);
      const last = Math.floor((offset + length - 1) / blockBytes);
      if (last <= first) {
        const start = offset - first * blockBytes;
        return length === 0 ? new Uint8Array(0) : block(first).subarray(start, start + length);
      }
      const range = { offset, length };
      if (source.readSync === undefined && missing(range)) throw new CacheMiss([range]);
      const joined = new Uint8Array(length);
      if (source.readSync !== undefined && last - first > 4) {
        source.readSync(joined, offset);
        return joined;
      }
      for (let index = first; index <= last; index++) {
        const at = index * blockBytes;
        const part = block(index).subarray(Math.max(0, offset - at), offset + length - at);
        joined.set(part, Math.max(0, at - offset));
      }
      return joined;
    },
    expect(ranges) {
      if (source.readSync !== undefined) return;
      const inside = ranges.filter(
        ({ offset, length }) => offset >= 0 && length > 0 && offset + length <= size,
      );
      const absent = inside.filter(missing);
      if (absent.length > 0) throw new CacheMiss(absent);
    },
    cost(ranges) {
      const blocksIn = ({ offset, length }: ByteRange) =>
        Math.ceil((offset + length) / blockBytes) - Math.floor(offset / blockBytes);
      return ranges.reduce((bytes, range) => bytes + blocksIn(range) * blockBytes, 0);
    },
    async fill(ranges) {
      const wanted = new Set<number>();
      for (const { offset, length } of ranges) {
        const last = Math.floor((Math.min(offset + Math.max(length, 1), size) - 1) / blockBytes);
        for (let index = Math.floor(offset / blockBytes); index <= last; index++) wanted.add(index);
      }
      await Promise.all(
        [...wanted]
          .filter((index) => !has(index))
          .map((index) => {
            const running = inFlight.get(index) ?? fetchBlock(index);
            inFlight.set(index, running);
            return running;
          }),
      );
    },
  };
}
