import { binaryRows, checkProbabilities } from "./binary.ts";
import type { Numbers } from "./rows.ts";
import { square } from "./square.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * Mean squared distance between the probability of class 1 and what was true. 0 is perfect, 0.25 is always saying 0.5.
 * Source: Brier 1950; scikit-learn `brier_score_loss`. A truth of one class can be scored.
 *
 * @param truth n values, 0 or 1.
 * @param probability n probabilities of class 1.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_PROBABILITY_RANGE`, `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`,
 *   `METRIC_TRUTH_NOT_FINITE`, `METRIC_NOT_BINARY`, `METRIC_WEIGHTS`.
 */
export function brier(truth: Numbers, probability: Numbers, weights?: Numbers): number {
  const rows = binaryRows(truth, probability, weights);
  checkProbabilities(rows.prediction);
  return weightedMean(rows.count, rows.weights, (i) => square(rows.prediction[i]! - rows.truth[i]!));
}
