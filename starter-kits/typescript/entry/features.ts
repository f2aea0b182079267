import type { Matrix } from "./matrix.ts";

/** A feature is the mean of a region over this many frames (30 a second). Your first change: try 3. */
const binFrames = 15;

/**
 * rows x frames x regions -> rows x (bins * regions). Looks at one row at a time, never at others.
 *
 * @param shape of one row, `[45, 44]`; the axes before the last two (40 windows in learning-day) are averaged.
 */
export function features(input: Float32Array, rows: number, shape: readonly number[]): Matrix {
  const [frames, regions] = shape.slice(-2);
  const windows = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const bins = Math.floor(frames / binFrames);
  const columns = bins * regions;
  const data = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let window = 0; window < windows; window++) {
      for (let frame = 0; frame < bins * binFrames; frame++) {
        const from = ((row * windows + window) * frames + frame) * regions;
        const to = row * columns + Math.floor(frame / binFrames) * regions;
        for (let region = 0; region < regions; region++) data[to + region] += input[from + region];
      }
    }
  }
  return { data: data.map((sum) => sum / (windows * binFrames)), rows, columns };
}
