import { varyingRows } from "./regression.ts";
import type { Numbers } from "./rows.ts";
import { square } from "./square.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * 1 - variance of the errors / variance of the truth: R2 that forgives a constant offset.
 * 1 is perfect, 0 is any constant. Source: scikit-learn `explained_variance_score`.
 *
 * @throws BraidynError as `r2`.
 */
export function explainedVariance(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const rows = varyingRows(truth, prediction, weights);
  const variance = (valueAt: (i: number) => number): number => {
    const mean = weightedMean(rows.count, rows.weights, valueAt);
    return weightedMean(rows.count, rows.weights, (i) => square(valueAt(i) - mean));
  };
  return 1 - variance((i) => rows.truth[i]! - rows.prediction[i]!) / variance((i) => rows.truth[i]!);
}
