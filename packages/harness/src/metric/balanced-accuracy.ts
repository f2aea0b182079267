import { manyClassConfusion, truthTotals, type ConfusionMatrix } from "./confusion-matrix.ts";
import type { Numbers } from "./rows.ts";

/**
 * Mean recall over the classes of the truth; classes that are only predicted do not count.
 * 1 is perfect, 1 / classes is chance. Source: scikit-learn `balanced_accuracy_score`.
 *
 * @param truth n whole numbers.
 * @param prediction n whole numbers: classes, not probabilities.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_SINGLE_CLASS` where the truth holds one class, and what `confusionMatrix` throws.
 */
export function balancedAccuracy(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  return meanOf(recalls(manyClassConfusion(truth, prediction, weights)));
}

/** Balanced accuracy on the scale where chance is 0 and perfect is 1. Source and errors as above. */
export function balancedAccuracyAdjusted(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const each = recalls(manyClassConfusion(truth, prediction, weights));
  const chance = 1 / each.length;
  return (meanOf(each) - chance) / (1 - chance);
}

function recalls(matrix: ConfusionMatrix): number[] {
  const totals = truthTotals(matrix);
  const size = matrix.labels.length;
  return [...totals].flatMap((total, t) => (total > 0 ? [matrix.counts[t * size + t]! / total] : []));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
