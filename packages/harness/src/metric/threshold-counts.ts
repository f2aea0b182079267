import { ascendingOrder } from "./order.ts";
import type { BinaryRows } from "./binary.ts";

/** What a classifier counts at each distinct threshold, from the highest score to the lowest. */
export interface ThresholdCounts {
  /** Distinct scores, falling; rows with `score >= threshold` are called class 1. */
  readonly thresholds: Float64Array;
  /** Weight of class 1 rows called class 1. */
  readonly truePositives: Float64Array;
  /** Weight of class 0 rows called class 1. */
  readonly falsePositives: Float64Array;
}

/** Cumulative counts at each distinct score; rows of weight 0 make no threshold. Source: scikit-learn `_binary_clf_curve`. */
export function thresholdCounts({ count, truth, prediction, weights }: BinaryRows): ThresholdCounts {
  const order = ascendingOrder(prediction);
  const thresholds = new Float64Array(count);
  const truePositives = new Float64Array(count);
  const falsePositives = new Float64Array(count);
  let last = -1;
  let trues = 0;
  let falses = 0;
  for (let i = count - 1; i >= 0; i--) {
    const row = order[i]!;
    const weight = weights === null ? 1 : weights[row]!;
    if (weight === 0) continue;
    if (last < 0 || thresholds[last] !== prediction[row]) thresholds[++last] = prediction[row]!;
    if (truth[row] === 1) trues += weight;
    else falses += weight;
    truePositives[last] = trues;
    falsePositives[last] = falses;
  }
  return {
    thresholds: thresholds.subarray(0, last + 1),
    truePositives: truePositives.subarray(0, last + 1),
    falsePositives: falsePositives.subarray(0, last + 1),
  };
}
