import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";

/** A chunked dataset. */
export interface ChunkGrid {
  readonly shape: readonly number[];
  /** Lengths that the dimensions may grow to; null is without limit. */
  readonly mostShape: readonly (number | null)[];
  readonly chunk: readonly number[];
  /** Bytes of a whole chunk before the filters. */
  readonly chunkBytes: number;
  readonly filtered: boolean;
}

/** A chunk's place in the data, and its number in an index. */
export interface NumberedPlace {
  readonly number: number;
  /** Index of its first element in each dimension. */
  readonly origin: readonly number[];
}

/** Most chunks, written or not, that one read looks up: seconds of work. */
const mostChunks = 2 ** 22;

/** Chunks that the rows `from <= row < to` touch when all of them were written. */
export function chunksIn(grid: ChunkGrid, from: number, to: number): number {
  return ranges(grid, from, to).reduce((count, [first, last]) => count * Math.max(0, last - first), 1);
}

/**
 * The chunks of the rows `from <= row < to`, in C order. Indices number them as if the data had grown to their greatest
 * shape, so that numbers stay when data grow; a dimension without limit counts slowest, wherever it stands.
 */
export function* numberedPlaces(
  metadata: Metadata,
  grid: ChunkGrid,
  from: number,
  to: number,
): Generator<NumberedPlace> {
  const total = chunksIn(grid, from, to);
  if (!(total <= mostChunks))
    throw corrupt(metadata.label, metadata.offsetOf(0), `a grid of ${total} chunks`);
  const spans = ranges(grid, from, to);
  const steps = numberSteps(metadata, grid);
  const at = spans.map(([first]) => first);
  for (let i = 0; i < total; i++) {
    yield {
      number: at.reduce((sum, index, d) => sum + index * (steps[d] as number), 0),
      origin: at.map((index, d) => index * (grid.chunk[d] as number)),
    };
    for (let d = at.length - 1; d >= 0; d--) {
      const [first, last] = spans[d] as readonly [number, number];
      at[d] = (at[d] as number) + 1;
      if ((at[d] as number) < last) break;
      at[d] = first;
    }
  }
}

/** In each dimension, the chunks `first <= index < last` of the rows. */
function ranges({ shape, chunk }: ChunkGrid, from: number, to: number): (readonly [number, number])[] {
  return shape.map((length, d) => {
    const along = chunk[d] as number;
    return d === 0 ? [Math.floor(from / along), Math.ceil(to / along)] : [0, Math.ceil(length / along)];
  });
}

/** What one chunk further in each dimension adds to a chunk's number. */
function numberSteps(metadata: Metadata, { mostShape, chunk }: ChunkGrid): number[] {
  const unlimited = mostShape.indexOf(null);
  if (unlimited !== mostShape.lastIndexOf(null)) {
    throw corrupt(metadata.label, metadata.offsetOf(0), "numbered chunks that grow in several dimensions");
  }
  const steps: number[] = [];
  let step = 1;
  for (let d = mostShape.length - 1; d >= 0; d--) {
    if (d === unlimited) continue;
    steps[d] = step;
    step *= Math.ceil((mostShape[d] as number) / (chunk[d] as number));
  }
  if (unlimited >= 0) steps[unlimited] = step;
  return steps;
}
