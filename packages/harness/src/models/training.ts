import { BraidynError } from "@braidyn/core";
import { checkedWeights, finiteTruth, type Numbers } from "../metric/rows.ts";
import { checkFeatures, checkLambda, type FeatureMatrix } from "./feature-matrix.ts";
import { standardize, type Standardized } from "./standardize.ts";

/** How to fit a linear model. */
export interface FitOptions {
  /** Strength of the penalty on the weights of standardised columns, > 0. The intercept is free. */
  readonly lambda: number;
  /** One weight >= 0 a row; all 1 by default. */
  readonly weights?: Numbers;
}

/** What a model is fitted on, checked. */
export interface Training {
  readonly x: Standardized;
  readonly y: Float64Array;
  readonly rowWeights: Float64Array;
  readonly lambda: number;
}

/**
 * Checks and standardises what a model is to be fitted on.
 *
 * @throws BraidynError `MODEL_SHAPE`, `MODEL_NOT_FINITE`, `MODEL_TARGETS`, `MODEL_LAMBDA`, `METRIC_TRUTH_NOT_FINITE`,
 *   `METRIC_WEIGHTS`.
 */
export function trainingOf(features: FeatureMatrix, targets: Numbers, options: FitOptions): Training {
  checkFeatures(features);
  checkLambda(options.lambda);
  if (targets.length !== features.rows) {
    throw new BraidynError("MODEL_TARGETS", { targets: targets.length, rows: features.rows });
  }
  const weights = checkedWeights(options.weights, features.rows);
  return {
    x: standardize(features, weights),
    y: finiteTruth(targets),
    rowWeights: weights ?? new Float64Array(features.rows).fill(1),
    lambda: options.lambda,
  };
}

/** Each row times its factor. */
export function scaledRows(
  { data, rows, columns }: Standardized,
  factors: Float64Array,
): Standardized["data"] {
  const scaled = new Float64Array(data.length);
  for (let row = 0, i = 0; row < rows; row++) {
    const factor = factors[row]!;
    for (let column = 0; column < columns; column++, i++) scaled[i] = factor * data[i]!;
  }
  return scaled;
}
