import { BraidynError } from "@braidyn/core";
import { finitePrediction, finiteTruth, type Numbers } from "./rows.ts";

/** Class probabilities, row by row, that have been checked. */
export interface ClassProbabilities {
  readonly rows: number;
  readonly classes: number;
  /** `rows` class numbers, 0 to `classes - 1`. */
  readonly truth: Float64Array;
  /** `rows` x `classes`; each row sums to 1. */
  readonly probability: Float64Array;
}

/** How far a row of probabilities may be from 1 (numpy's `allclose`, which lets float32 softmax through). */
const SUM_TOLERANCE = 1e-5;

/**
 * Checks `classes` probabilities a row, given row by row.
 *
 * @throws BraidynError `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`,
 *   `METRIC_NOT_CLASS`, `METRIC_PROBABILITY_RANGE`, `METRIC_PROBABILITY_SUM`.
 */
export function classProbabilities(
  truth: Numbers,
  probability: Numbers,
  classes: number,
): ClassProbabilities {
  const rows = truth.length;
  if (rows * classes !== probability.length) {
    throw new BraidynError("METRIC_LENGTH", { truth: rows * classes, prediction: probability.length });
  }
  if (rows === 0) throw new BraidynError("METRIC_EMPTY", {});
  const labels = finiteTruth(truth);
  for (let i = 0; i < rows; i++) {
    if (!isClass(labels[i]!, classes))
      throw new BraidynError("METRIC_NOT_CLASS", { index: i, value: labels[i]! });
  }
  const values = finitePrediction(probability);
  for (let i = 0; i < rows; i++) checkRow(values, i, classes);
  return { rows, classes, truth: labels, probability: values };
}

/** How many rows each class has. @throws BraidynError `METRIC_CLASS_ABSENT` with the first class that has none. */
export function presentClassCounts(truth: Float64Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const label of truth) counts[label]!++;
  const absent = counts.indexOf(0);
  if (absent >= 0) throw new BraidynError("METRIC_CLASS_ABSENT", { label: absent });
  return counts;
}

function isClass(label: number, classes: number): boolean {
  return Number.isInteger(label) && label >= 0 && label < classes;
}

function checkRow(values: Float64Array, row: number, classes: number): void {
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const value = values[row * classes + c]!;
    if (!(value >= 0 && value <= 1))
      throw new BraidynError("METRIC_PROBABILITY_RANGE", { index: row, value });
    sum += value;
  }
  if (Math.abs(sum - 1) > SUM_TOLERANCE)
    throw new BraidynError("METRIC_PROBABILITY_SUM", { index: row, sum });
}
