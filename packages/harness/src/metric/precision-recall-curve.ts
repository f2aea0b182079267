import { twoClassRows } from "./binary.ts";
import type { Numbers } from "./rows.ts";
import { thresholdCounts } from "./threshold-counts.ts";

/** One point a threshold, from recall 1 to recall 0. */
export interface PrecisionRecallCurve {
  /** One more than thresholds; the last is 1 by convention. */
  readonly precision: Float64Array;
  /** One more than thresholds; the last is 0. */
  readonly recall: Float64Array;
  /** Distinct scores, rising. */
  readonly thresholds: Float64Array;
}

/**
 * The precision-recall curve. Source: scikit-learn `precision_recall_curve`.
 *
 * @throws BraidynError as `rocAuc`.
 */
export function precisionRecallCurve(
  truth: Numbers,
  score: Numbers,
  weights?: Numbers,
): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives } = thresholdCounts(twoClassRows(truth, score, weights));
  const positives = truePositives.at(-1)!;
  const precision = truePositives.map((trues, i) => trues / (trues + falsePositives[i]!));
  const recall = truePositives.map((trues) => trues / positives);
  return {
    precision: Float64Array.from([...precision.reverse(), 1]),
    recall: Float64Array.from([...recall.reverse(), 0]),
    thresholds: thresholds.toReversed(),
  };
}
