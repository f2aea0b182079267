import { BraidynError } from "@braidyn/core";

/** A table of features, row by row: `data[row * columns + column]`. */
export interface FeatureMatrix {
  readonly data: Float64Array | Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Checks that every feature is there.
 *
 * @throws BraidynError `MODEL_SHAPE`, `MODEL_NOT_FINITE` with the first row and column.
 */
export function checkFeatures({ data, rows, columns }: FeatureMatrix): void {
  if (!(rows >= 1 && columns >= 1) || data.length !== rows * columns) {
    throw new BraidynError("MODEL_SHAPE", { values: data.length, rows, columns });
  }
  for (let i = 0; i < data.length; i++) {
    if (Number.isFinite(data[i])) continue;
    throw new BraidynError("MODEL_NOT_FINITE", {
      row: Math.floor(i / columns),
      column: i % columns,
      value: String(data[i]),
    });
  }
}

/** @throws BraidynError `MODEL_LAMBDA` unless the penalty is finite and above 0. */
export function checkLambda(lambda: number): void {
  if (!(lambda > 0 && lambda < Infinity)) throw new BraidynError("MODEL_LAMBDA", { lambda: String(lambda) });
}
