import type { Matrix } from "./matrix.ts";

/** Mean and spread (standard deviation) of every column. */
export interface Scale {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
}

/** Learns a scale. It is part of the model: give it train rows, never rows that are predicted. */
export function fitScale({ data, rows, columns }: Matrix): Scale {
  const mean = new Array<number>(columns).fill(0);
  data.forEach((value, i) => (mean[i % columns] += value / rows));
  const square = new Array<number>(columns).fill(0);
  data.forEach((value, i) => (square[i % columns] += (value - mean[i % columns]) ** 2 / rows));
  return { mean, spread: square.map((variance) => Math.sqrt(variance) || 1) };
}

/** The same scale for whatever rows. */
export function standardise({ data, rows, columns }: Matrix, { mean, spread }: Scale): Matrix {
  return { data: data.map((value, i) => (value - mean[i % columns]) / spread[i % columns]), rows, columns };
}
