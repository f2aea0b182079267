import { manyClassConfusion, predictionTotals, truthTotals } from "./confusion-matrix.ts";
import type { Numbers } from "./rows.ts";

/**
 * Mean over the classes of truth and prediction of F1 = 2 TP / (2 TP + FP + FN). 1 is perfect, 0 is never right.
 * Source: scikit-learn `f1_score(average="macro")`.
 *
 * @param truth n whole numbers.
 * @param prediction n whole numbers: classes, not probabilities.
 * @throws BraidynError `METRIC_SINGLE_CLASS` where the truth holds one class, and what `confusionMatrix` throws.
 */
export function f1Macro(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const matrix = manyClassConfusion(truth, prediction, weights);
  const actual = truthTotals(matrix);
  const predicted = predictionTotals(matrix);
  const size = matrix.labels.length;
  let sum = 0;
  for (let c = 0; c < size; c++) {
    const rows = actual[c]! + predicted[c]!; // 2 TP + FP + FN; 0 only where all the class's weights are
    if (rows > 0) sum += (2 * matrix.counts[c * size + c]!) / rows;
  }
  return sum / size;
}
