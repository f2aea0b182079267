import { ascendingOrder } from "./order.ts";
import { scoredRows, type Numbers } from "./rows.ts";

/**
 * Median absolute error, in the truth's unit; 0 is perfect. With weights, the error at half of the total weight; where
 * half falls exactly between two errors, their mean. Source: scikit-learn `median_absolute_error` (>= 1.7).
 *
 * @throws BraidynError as `mae`.
 */
export function medianAe(truth: Numbers, prediction: Numbers, weights?: Numbers): number {
  const rows = scoredRows(truth, prediction, weights);
  const errors = rows.truth.map((value, i) => Math.abs(value - rows.prediction[i]!));
  return weightedMedian(errors, rows.weights);
}

function weightedMedian(values: Float64Array, weights: Float64Array | null): number {
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]!);
  const order = ascendingOrder(values).filter((row) => weightOf(row) > 0);
  const half = order.reduce((sum, row) => sum + weightOf(row), 0) / 2;
  let below = 0;
  for (let i = 0; i < order.length; i++) {
    below += weightOf(order[i]!);
    if (below < half) continue;
    const value = values[order[i]!]!;
    const next = order[i + 1];
    return below === half && next !== undefined ? (value + values[next]!) / 2 : value;
  }
  return values[order.at(-1)!]!; // rounding left the sum below half of itself
}
