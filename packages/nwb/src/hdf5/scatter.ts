import type { ChunkGrid } from "./chunk-grid.ts";
import type { Chunk } from "./chunks.ts";

/**
 * Copies the part of a chunk that lies within rows `from <= row < to` to its place in `out`, which holds just those rows
 * in C order.
 */
export function scatter(
  chunk: Chunk,
  bytes: Uint8Array,
  grid: ChunkGrid,
  elementBytes: number,
  from: number,
  to: number,
  out: Uint8Array,
): void {
  const { shape, chunk: lengths } = grid;
  const rank = shape.length;
  const starts = chunk.origin.map((origin, d) => (d === 0 ? Math.max(origin, from) : origin));
  const stops = chunk.origin.map((origin, d) =>
    Math.min(origin + (lengths[d] as number), d === 0 ? to : (shape[d] as number)),
  );
  if (starts.some((start, d) => start >= (stops[d] as number))) return;

  // Trailing dimensions that the chunk spans whole make one run with the dimension before them.
  let runDimension = rank - 1;
  let inner = elementBytes;
  while (runDimension > 0 && lengths[runDimension] === shape[runDimension]) {
    inner *= shape[runDimension] as number;
    runDimension--;
  }
  const runBytes = ((stops[runDimension] as number) - (starts[runDimension] as number)) * inner;

  const strideIn = strides(lengths, elementBytes);
  const strideOut = strides(shape, elementBytes);
  const copy = (d: number, at: number, to: number): void => {
    const first = (starts[d] as number) - (chunk.origin[d] as number);
    const skipped = (starts[d] as number) - (d === 0 ? from : 0);
    const source = at + first * (strideIn[d] as number);
    const target = to + skipped * (strideOut[d] as number);
    if (d === runDimension) {
      out.set(bytes.subarray(source, source + runBytes), target);
      return;
    }
    const count = (stops[d] as number) - (starts[d] as number);
    for (let i = 0; i < count; i++) {
      copy(d + 1, source + i * (strideIn[d] as number), target + i * (strideOut[d] as number));
    }
  };
  copy(0, 0, 0);
}

/** Bytes from one index to the next in each dimension. */
function strides(lengths: readonly number[], elementBytes: number): number[] {
  const result: number[] = [];
  let stride = elementBytes;
  for (let d = lengths.length - 1; d >= 0; d--) {
    result[d] = stride;
    stride *= lengths[d] as number;
  }
  return result;
}
