import { BraidynError } from "@braidyn/core";
import { scoredRows, type Numbers, type ScoredRows } from "./rows.ts";

/**
 * Rows of a truth that varies: at least two, and not all the same where the weight is above 0.
 *
 * @throws BraidynError `METRIC_TOO_FEW`, `METRIC_CONSTANT_TRUTH`, and what `scoredRows` throws.
 */
export function varyingRows(truth: Numbers, prediction: Numbers, weights?: Numbers): ScoredRows {
  const rows = scoredRows(truth, prediction, weights);
  if (rows.count < 2) throw new BraidynError("METRIC_TOO_FEW", { rows: rows.count, needed: 2 });
  if (isConstant(rows.truth, rows.weights)) {
    throw new BraidynError("METRIC_CONSTANT_TRUTH", { value: rows.truth[0]!, rows: rows.count });
  }
  return rows;
}

/** Compared value by value: the variance of equal values is not always 0 in floating point. */
export function isConstant(values: Float64Array, weights: Float64Array | null = null): boolean {
  let first = NaN;
  for (let i = 0; i < values.length; i++) {
    if (weights !== null && weights[i] === 0) continue;
    if (Number.isNaN(first)) first = values[i]!;
    else if (values[i] !== first) return false;
  }
  return true;
}
