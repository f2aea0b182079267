import { twoClassRows } from "./binary.ts";
import type { Numbers } from "./rows.ts";
import { thresholdCounts } from "./threshold-counts.ts";

/**
 * Average precision: precision at each distinct threshold, weighed by the recall gained there (a step, never
 * interpolated). 1 is perfect; a score without information gets the share of class 1.
 * Source: scikit-learn `average_precision_score`.
 *
 * @param truth n values, 0 or 1.
 * @param score n finite values, larger for class 1.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_SINGLE_CLASS` (scikit-learn answers 0 or 1 there), and what `rocAuc` throws.
 */
export function averagePrecision(truth: Numbers, score: Numbers, weights?: Numbers): number {
  const rows = twoClassRows(truth, score, weights);
  const { truePositives, falsePositives } = thresholdCounts(rows);
  let sum = 0;
  let before = 0;
  for (let i = 0; i < truePositives.length; i++) {
    const trues = truePositives[i]!;
    sum += (trues - before) * (trues / (trues + falsePositives[i]!));
    before = trues;
  }
  return sum / before; // the last threshold calls every row class 1
}
