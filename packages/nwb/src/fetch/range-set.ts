import type { ByteRange } from "../hdf5/block-cache.ts";

/** Which bytes of a file are there. */
export interface RangeSet {
  /** Bytes in all. */
  readonly bytes: number;
  add(offset: number, length: number): void;
  /** The parts of a range that are not there, in order. */
  missing(offset: number, length: number): ByteRange[];
}

export function rangeSet(): RangeSet {
  /** Apart from each other, in order; `[start, end)`. */
  const held: { start: number; end: number }[] = [];
  let bytes = 0;

  /** Index of the first range that ends at or after `offset`. */
  const firstEndingAt = (offset: number): number => {
    let [low, high] = [0, held.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((held[middle] as { end: number }).end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    get bytes() {
      return bytes;
    },
    add(offset, length) {
      if (length <= 0) return;
      let [start, end] = [offset, offset + length];
      const from = firstEndingAt(start);
      let to = from;
      for (let next = held[to]; next !== undefined && next.start <= end; next = held[++to]) {
        start = Math.min(start, next.start);
        end = Math.max(end, next.end);
        bytes -= next.end - next.start;
      }
      held.splice(from, to - from, { start, end });
      bytes += end - start;
    },
    missing(offset, length) {
      const gaps: ByteRange[] = [];
      let at = offset;
      const stop = offset + length;
      for (let i = firstEndingAt(offset); at < stop; i++) {
        const next = held[i];
        const gapEnd = Math.min(stop, next?.start ?? stop);
        if (gapEnd > at) gaps.push({ offset: at, length: gapEnd - at });
        if (next === undefined) break;
        at = Math.max(at, next.end);
      }
      return gaps;
    },
  };
}
