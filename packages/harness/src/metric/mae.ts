import { scoredRows, type Numbers } from "./rows.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * Mean absolute error, in the truth's unit; 0 is perfect. Source: scikit-learn `mean_absolute_error`.
 *
 * @throws BraidynError `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_WEIGHTS`.
 */
export function mae(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const rows = scoredRows(truth, prediction, weights);
  return weightedMean(rows.count, rows.weights, (i) => Math.abs(rows.truth[i]! - rows.prediction[i]!));
}
