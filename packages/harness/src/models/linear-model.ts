import { BraidynError } from "@braidyn/core";
import { checkFeatures, type FeatureMatrix } from "./feature-matrix.ts";
import { rowProducts } from "./products.ts";

/** A fitted linear rule; plain numbers, so that it can be written down and read back. */
export interface LinearModel {
  /** One weight a column, for features as they were given (not standardised). */
  readonly weights: Float64Array;
  readonly intercept: number;
  /**
   * One prediction a row.
   *
   * @throws BraidynError `MODEL_SHAPE` for another number of columns, `MODEL_NOT_FINITE`.
   */
  predict(features: FeatureMatrix): Float64Array;
}

/** The rule `link(features . weights + intercept)`. */
export function linearModel(
  weights: Float64Array,
  intercept: number,
  link: (value: number) => number = (value) => value,
): LinearModel {
  const predict = (features: FeatureMatrix): Float64Array => {
    if (features.columns !== weights.length) {
      throw new BraidynError("MODEL_SHAPE", {
        values: features.data.length,
        rows: features.rows,
        columns: weights.length,
      });
    }
    checkFeatures(features);
    return rowProducts(features, weights).map((value) => link(value + intercept));
  };
  return { weights, intercept, predict };
}
