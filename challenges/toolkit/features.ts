import type { Rows } from "@braidyn/harness";
import type { FeatureMatrix } from "@braidyn/harness/models";
import { meanOverFrames } from "./mean-over-frames.ts";

/** rows x regions: mean from frame `zero` on minus mean before it, what an event at `zero` changed. */
export function stepAt(rows: Rows, zero: number): FeatureMatrix {
  const [frames = 0, regions = 0] = rows.inputShape.slice(-2);
  const before = meanOverFrames(rows, 0, zero);
  const after = meanOverFrames(rows, zero, frames);
  return { data: after.map((value, i) => value - (before[i] as number)), rows: rows.count, columns: regions };
}

/** rows x (bins x regions): the course of every region in bins of `binFrames`; a rest that fills no bin is left out. */
export function binnedCourse(rows: Rows, binFrames: number): FeatureMatrix {
  const [frames = 0, regions = 0] = rows.inputShape.slice(-2);
  const bins = Math.floor(frames / binFrames);
  const data = new Float64Array(rows.count * bins * regions);
  for (let bin = 0; bin < bins; bin++) {
    const means = meanOverFrames(rows, bin * binFrames, (bin + 1) * binFrames);
    for (let row = 0; row < rows.count; row++) {
      data.set(means.subarray(row * regions, (row + 1) * regions), (row * bins + bin) * regions);
    }
  }
  return { data, rows: rows.count, columns: bins * regions };
}

/** rows x 1: mean of some columns of a matrix of features. */
export function meanOfColumns(
  { data, rows, columns }: FeatureMatrix,
  chosen: readonly number[],
): FeatureMatrix {
  const mean = (row: number) =>
    chosen.reduce((sum, column) => sum + (data[row * columns + column] as number), 0) / chosen.length;
  return { data: Float64Array.from({ length: rows }, (_, row) => mean(row)), rows, columns: 1 };
}

/** Every column less its mean over the rows of the same subject: what sets a subject apart from others is taken off. */
export function centredBySubject(
  { data, rows, columns }: FeatureMatrix,
  subjects: readonly string[],
): FeatureMatrix {
  const centred = Float64Array.from(data);
  for (const subject of new Set(subjects)) {
    const own = subjects.flatMap((name, row) => (name === subject ? [row] : []));
    for (let column = 0; column < columns; column++) {
      const mean = own.reduce((sum, row) => sum + (data[row * columns + column] as number), 0) / own.length;
      for (const row of own) centred[row * columns + column]! -= mean;
    }
  }
  return { data: centred, rows, columns };
}

/** rows x half the columns: every region's two sides averaged, where the columns are all left ones, then all right. */
export function meanOfSides({ data, rows, columns }: FeatureMatrix): FeatureMatrix {
  const areas = columns / 2;
  const mean = (row: number, area: number) =>
    ((data[row * columns + area] as number) + (data[row * columns + areas + area] as number)) / 2;
  const averaged = Float64Array.from({ length: rows * areas }, (_, i) =>
    mean(Math.floor(i / areas), i % areas),
  );
  return { data: averaged, rows, columns: areas };
}
