import { scoredRows, type Numbers } from "./rows.ts";
import { square } from "./square.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * Mean squared error, in the truth's unit squared; 0 is perfect. Source: scikit-learn `mean_squared_error`.
 *
 * @throws BraidynError as `mae`.
 */
export function mse(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const rows = scoredRows(truth, prediction, weights);
  return weightedMean(rows.count, rows.weights, (i) => square(rows.truth[i]! - rows.prediction[i]!));
}

/**
 * Root of the mean squared error, in the truth's unit; 0 is perfect. Source: scikit-learn `root_mean_squared_error`.
 *
 * @throws BraidynError as `mae`.
 */
export function rmse(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  return Math.sqrt(mse(truth, prediction, weights));
}
