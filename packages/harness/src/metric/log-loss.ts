import { binaryRows, checkProbabilities, twoClassRows } from "./binary.ts";
import { classProbabilities } from "./classes.ts";
import { naturalLog } from "./natural-log.ts";
import { checkedWeights, type Numbers } from "./rows.ts";
import { weightedMean } from "./weighted-mean.ts";

/** 2^-52. Probabilities are kept this far from 0 and 1, so that one certain error costs 36 and not infinity. */
const CLIP = Number.EPSILON;

/**
 * Mean of -ln(probability given to what was true). 0 is perfect, ln 2 is always saying 0.5.
 * Source: scikit-learn `log_loss`.
 *
 * @param truth n values, 0 or 1.
 * @param probability n probabilities of class 1.
 * @param weights n weights >= 0.
 * @param labels `[0, 1]` says that both classes exist, so that a truth of one class can be scored.
 * @throws BraidynError `METRIC_SINGLE_CLASS` without `labels`, `METRIC_PROBABILITY_RANGE`, and `METRIC_LENGTH`,
 *   `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_NOT_BINARY`, `METRIC_WEIGHTS`.
 */
export function logLoss(
  truth: Numbers,
  probability: Numbers,
  weights?: Numbers,
  labels?: readonly [0, 1],
): number {
  const check = labels === undefined ? twoClassRows : binaryRows;
  const rows = check(truth, probability, weights);
  checkProbabilities(rows.prediction);
  return weightedMean(rows.count, rows.weights, (i) => {
    const p = rows.prediction[i]!;
    return surprise(rows.truth[i] === 1 ? p : 1 - p);
  });
}

/**
 * The same for several classes; a class may be absent from the truth.
 *
 * @param truth n class numbers, 0 to `classes - 1`.
 * @param probability n x `classes`, row by row; each row sums to 1.
 * @throws BraidynError `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`,
 *   `METRIC_NOT_CLASS`, `METRIC_PROBABILITY_RANGE`, `METRIC_PROBABILITY_SUM`, `METRIC_WEIGHTS`.
 */
export function multiclassLogLoss(
  truth: Numbers,
  probability: Numbers,
  classes: number,
  weights?: Numbers,
): number {
  const table = classProbabilities(truth, probability, classes);
  return weightedMean(table.rows, checkedWeights(weights, table.rows), (i) =>
    surprise(table.probability[i * classes + table.truth[i]!]!),
  );
}

function surprise(probability: number): number {
  return -naturalLog(Math.min(1 - CLIP, Math.max(CLIP, probability)));
}
