import { manyClassConfusion, predictionTotals, truthTotals } from "./confusion-matrix.ts";
import type { Numbers } from "./rows.ts";

/**
 * Cohen's kappa with linear weights, for ordered classes: an error costs as many points as classes lie between.
 * 1 is perfect, 0 is chance. Source: Cohen 1968; scikit-learn `cohen_kappa_score(weights="linear")`, which takes the
 * distance between positions among the classes that occur.
 *
 * @param truth n whole numbers.
 * @param prediction n whole numbers: classes, not probabilities.
 * @throws BraidynError `METRIC_SINGLE_CLASS` where the truth holds one class, and what `confusionMatrix` throws.
 */
export function cohenKappaLinear(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const matrix = manyClassConfusion(truth, prediction, weights);
  const actual = truthTotals(matrix);
  const predicted = predictionTotals(matrix);
  const total = actual.reduce((sum, count) => sum + count, 0);
  const size = matrix.labels.length;
  let observed = 0;
  let expected = 0;
  for (let t = 0; t < size; t++) {
    for (let p = 0; p < size; p++) {
      observed += Math.abs(t - p) * matrix.counts[t * size + p]!;
      expected += (Math.abs(t - p) * actual[t]! * predicted[p]!) / total;
    }
  }
  return 1 - observed / expected;
}
