import type { ByteRange } from "../hdf5/block-cache.ts";
import { rangeSet } from "./range-set.ts";

/** Where the bytes that have come are kept. */
export interface PieceStore {
  /** The parts of a range that are not kept yet. */
  missing(offset: number, length: number): ByteRange[];
  /** Fills `target`, all of which must be kept. */
  read(target: Uint8Array, offset: number): Promise<void>;
  write(bytes: Uint8Array, offset: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps bytes in memory: for looking at a file without writing anything.
 *
 * @param below what is kept elsewhere already.
 */
export function memoryPieces(below: PieceStore | null): PieceStore {
  const held = rangeSet();
  const pieces: { offset: number; bytes: Uint8Array }[] = [];
  return {
    missing: (offset, length) =>
      held
        .missing(offset, length)
        .flatMap((gap) => (below === null ? [gap] : below.missing(gap.offset, gap.length))),
    async read(target, offset) {
      for (const gap of held.missing(offset, target.length)) {
        const start = gap.offset - offset;
        await below?.read(target.subarray(start, start + gap.length), gap.offset);
      }
      const end = offset + target.length;
      for (const piece of pieces) {
        const from = Math.max(offset, piece.offset);
        const to = Math.min(end, piece.offset + piece.bytes.length);
        if (from < to) {
          target.set(piece.bytes.subarray(from - piece.offset, to - piece.offset), from - offset);
        }
      }
    },
    async write(bytes, offset) {
      pieces.push({ offset, bytes: bytes.slice() });
      held.add(offset, bytes.length);
    },
    close: async () => below?.close(),
  };
}
