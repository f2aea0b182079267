import { BraidynError } from "@braidyn/core";
import { scoredRows, type Numbers, type ScoredRows } from "./rows.ts";

/** Rows whose truth is 0 or 1. */
export interface BinaryRows extends ScoredRows {
  /** Sum of the weights of the rows of class 1 (their number without weights). */
  readonly positives: number;
  /** Sum of the weights of the rows of class 0. */
  readonly negatives: number;
}

/**
 * Checks a truth of 0 and 1 against a prediction for each row.
 *
 * @throws BraidynError `METRIC_NOT_BINARY`, and what `scoredRows` throws.
 */
export function binaryRows(truth: Numbers, prediction: Numbers, weights?: Numbers): BinaryRows {
  const rows = scoredRows(truth, prediction, weights);
  if (rows.weights === null) {
    const ones = countOnes(rows.truth);
    if (ones !== null) return { ...rows, positives: ones, negatives: rows.count - ones };
  }
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < rows.count; i++) {
    const label = rows.truth[i]!;
    const weight = rows.weights === null ? 1 : rows.weights[i]!;
    if (label === 1) positives += weight;
    else if (label === 0) negatives += weight;
    else throw new BraidynError("METRIC_NOT_BINARY", { index: i, value: label });
  }
  return { ...rows, positives, negatives };
}

/** Number of ones among zeros and ones; null where there is anything else. Labels are guessed wrongly: no branch asks them. */
function countOnes(truth: Float64Array): number | null {
  let ones = 0;
  let others = 0;
  for (let i = 0; i < truth.length; i++) {
    const label = truth[i]!;
    ones += label;
    others += Math.abs(label * (1 - label));
  }
  return others === 0 ? ones : null;
}

/**
 * The same, and both classes have to be there (with a weight above 0).
 *
 * @throws BraidynError `METRIC_SINGLE_CLASS`, and what `binaryRows` throws.
 */
export function twoClassRows(truth: Numbers, prediction: Numbers, weights?: Numbers): BinaryRows {
  const rows = binaryRows(truth, prediction, weights);
  if (rows.positives === 0) throw new BraidynError("METRIC_SINGLE_CLASS", { label: 0 });
  if (rows.negatives === 0) throw new BraidynError("METRIC_SINGLE_CLASS", { label: 1 });
  return rows;
}

/** @throws BraidynError `METRIC_PROBABILITY_RANGE` with the first value outside [0, 1]. */
export function checkProbabilities(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value <= 1)) {
      throw new BraidynError("METRIC_PROBABILITY_RANGE", { index: i, value });
    }
  }
}
