import { BraidynError } from "@braidyn/core";
import { scoredRows, type Numbers } from "./rows.ts";

/** How often each class was predicted as each class. */
export interface ConfusionMatrix {
  /** Every class of truth or prediction, rising. */
  readonly labels: readonly number[];
  /** labels x labels, row by row: `counts[t * labels.length + p]` is the weight of truth `t` predicted as `p`. */
  readonly counts: Float64Array;
}

/**
 * Counts the pairs of true and predicted class. Source: scikit-learn `confusion_matrix`.
 *
 * @param truth n whole numbers.
 * @param prediction n whole numbers: classes, not probabilities.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_NOT_CLASS` for a fraction, `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`,
 *   `METRIC_TRUTH_NOT_FINITE`, `METRIC_WEIGHTS`.
 */
export function confusionMatrix(truth: Numbers, prediction: Numbers, weights?: Numbers): ConfusionMatrix {
  const rows = scoredRows(truth, prediction, weights);
  checkWhole(rows.truth);
  checkWhole(rows.prediction);
  const labels = [...new Set([...new Set(rows.truth), ...new Set(rows.prediction)])].sort((a, b) => a - b);
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const counts = new Float64Array(labels.length ** 2);
  for (let i = 0; i < rows.count; i++) {
    const cell = indexOf.get(rows.truth[i]!)! * labels.length + indexOf.get(rows.prediction[i]!)!;
    counts[cell]! += rows.weights === null ? 1 : rows.weights[i]!;
  }
  return { labels, counts };
}

/**
 * The same, for metrics that say nothing where the truth holds one class.
 *
 * @throws BraidynError `METRIC_SINGLE_CLASS`, and what `confusionMatrix` throws.
 */
export function manyClassConfusion(truth: Numbers, prediction: Numbers, weights?: Numbers): ConfusionMatrix {
  const matrix = confusionMatrix(truth, prediction, weights);
  const present = truthTotals(matrix).filter((total) => total > 0);
  if (present.length < 2) throw new BraidynError("METRIC_SINGLE_CLASS", { label: truth[0]! });
  return matrix;
}

/** Weight of the rows of each true class. */
export function truthTotals({ labels, counts }: ConfusionMatrix): Float64Array {
  const size = labels.length;
  return Float64Array.from(labels, (_, t) =>
    counts.subarray(t * size, (t + 1) * size).reduce((a, b) => a + b, 0),
  );
}

/** Weight of the rows of each predicted class. */
export function predictionTotals({ labels, counts }: ConfusionMatrix): Float64Array {
  const totals = new Float64Array(labels.length);
  counts.forEach((count, cell) => (totals[cell % labels.length]! += count));
  return totals;
}

/** More classes than this are a regression's output, and the matrix would not fit in memory. */
const MAX_CLASSES = 1000;

function checkWhole(values: Float64Array): void {
  const seen = new Set<number>();
  values.forEach((value, index) => {
    if (seen.has(value)) return;
    if (!Number.isInteger(value) || seen.size >= MAX_CLASSES) {
      throw new BraidynError("METRIC_NOT_CLASS", { index, value });
    }
    seen.add(value);
  });
}
