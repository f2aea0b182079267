import { isConstant, varyingRows } from "./regression.ts";
import type { Numbers } from "./rows.ts";

/**
 * Pearson's correlation. 1 is a rising line, 0 is no linear relation, -1 a falling line. Source: SciPy `pearsonr`;
 * the means are subtracted first, as sums of squares of data far from 0 lose all digits.
 *
 * A constant prediction scores 0: it says nothing (SciPy answers NaN).
 *
 * @param truth n >= 2 values, not all the same.
 * @param prediction n values.
 * @throws BraidynError `METRIC_CONSTANT_TRUTH`, `METRIC_TOO_FEW`, `METRIC_LENGTH`, `METRIC_EMPTY`,
 *   `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`.
 */
export function pearson(truth: Numbers, prediction: Numbers): number {
  const rows = varyingRows(truth, prediction);
  return isConstant(rows.prediction) ? 0 : correlation(rows.truth, rows.prediction);
}

/** Correlation of two checked arrays, neither of them constant; rounding never takes it out of [-1, 1]. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const fromMeanA = unitDeviations(a);
  const fromMeanB = unitDeviations(b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += fromMeanA[i]! * fromMeanB[i]!;
  return Math.max(-1, Math.min(1, sum));
}

/** Distances from the mean, divided by their length; by the largest first, so that squares neither over- nor underflow. */
function unitDeviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const deviations = values.map((value) => value - mean);
  const largest = deviations.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const scaled = deviations.map((value) => value / largest);
  const length = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0));
  return scaled.map((value) => value / length);
}
