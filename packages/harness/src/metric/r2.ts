import { BraidynError } from "@braidyn/core";
import { varyingRows } from "./regression.ts";
import type { Numbers, ScoredRows } from "./rows.ts";
import { square } from "./square.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * Coefficient of determination, 1 - sum of squared errors / sum of squares around the truth's mean.
 * 1 is perfect, 0 is predicting the mean of `truth`, worse is negative. Source: scikit-learn `r2_score`.
 *
 * @param truth n >= 2 values, not all the same.
 * @param prediction n values.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_CONSTANT_TRUTH` (scikit-learn answers 0 or 1), `METRIC_TOO_FEW` (it answers NaN),
 *   `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_WEIGHTS`.
 */
export function r2(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const { error, spread } = squares(varyingRows(truth, prediction, weights));
  return 1 - error / spread;
}

/**
 * R2 of several outputs: their mean (`"uniform"`), or their mean by the variance of each output's truth (`"variance"`).
 * Source: scikit-learn `r2_score(multioutput=...)`.
 *
 * @param truth rows x `columns`, row by row.
 * @param prediction the same shape.
 * @throws BraidynError as `r2`; one constant column is `METRIC_CONSTANT_TRUTH` as well.
 */
export function r2MultiOutput(
  truth: Numbers,
  prediction: Numbers,
  columns: number,
  averaging: "uniform" | "variance" = "uniform",
  weights?: Numbers,
): number {
  if (truth.length !== prediction.length || truth.length % columns !== 0) {
    throw new BraidynError("METRIC_LENGTH", { truth: truth.length, prediction: prediction.length });
  }
  let sum = 0;
  let total = 0;
  for (let c = 0; c < columns; c++) {
    const rows = varyingRows(column(truth, columns, c), column(prediction, columns, c), weights);
    const { error, spread } = squares(rows);
    const share = averaging === "uniform" ? 1 : spread;
    sum += share * (1 - error / spread);
    total += share;
  }
  return sum / total;
}

/** Weighted sums of squared errors, and of squared distances from the truth's mean. */
function squares({ count, truth, prediction, weights }: ScoredRows): { error: number; spread: number } {
  const mean = weightedMean(count, weights, (i) => truth[i]!);
  let error = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    error += weight * square(truth[i]! - prediction[i]!);
    spread += weight * square(truth[i]! - mean);
  }
  return { error, spread };
}

function column(values: Numbers, columns: number, c: number): Float64Array {
  return Float64Array.from({ length: values.length / columns }, (_, row) => values[row * columns + c]!);
}
