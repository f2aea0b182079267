import { twoClassRows, type BinaryRows } from "./binary.ts";
import { ascendingOrder } from "./order.ts";
import type { Numbers } from "./rows.ts";

/**
 * Area under the ROC curve: how often a row of class 1 scores above one of class 0, ties counting half.
 * 1 is perfect, 0.5 is chance. Source: scikit-learn `roc_auc_score`; the count is the Mann-Whitney U statistic.
 *
 * @param truth n values, 0 or 1.
 * @param score n finite values, larger for class 1; only their order matters.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_SINGLE_CLASS` where one class has no row (scikit-learn >= 1.6 answers NaN), and
 *   `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_NOT_BINARY`,
 *   `METRIC_WEIGHTS`.
 */
export function rocAuc(truth: Numbers, score: Numbers, weights?: Numbers): number {
  const rows = twoClassRows(truth, score, weights);
  return pairsInOrder(rows) / (rows.positives * rows.negatives);
}

/** Weight of the pairs (class 1, class 0) whose scores are in the right order, ties counting half. */
function pairsInOrder({ truth, prediction, weights }: BinaryRows): number {
  let below = 0; // weight of class 0 with a smaller score than the group of ties at hand
  let tiedPositives = 0;
  let tiedNegatives = 0;
  let pairs = 0;
  let score = NaN;
  for (const row of ascendingOrder(prediction)) {
    if (prediction[row] !== score) {
      pairs += tiedPositives * (below + tiedNegatives / 2);
      below += tiedNegatives;
      tiedPositives = tiedNegatives = 0;
      score = prediction[row]!;
    }
    const weight = weights === null ? 1 : weights[row]!;
    if (truth[row] === 1) tiedPositives += weight;
    else tiedNegatives += weight;
  }
  return pairs + tiedPositives * (below + tiedNegatives / 2);
}
