import { BraidynError } from "@braidyn/core";

/** What metrics take: a plain or a typed array. */
export type Numbers = ArrayLike<number>;

/** Truth and prediction that have been checked and may be computed with. */
export interface ScoredRows {
  readonly count: number;
  /** `count` finite values. */
  readonly truth: Float64Array;
  /** `count` finite values. */
  readonly prediction: Float64Array;
  /** `count` values >= 0 with a sum > 0; null: all 1. */
  readonly weights: Float64Array | null;
}

/**
 * Checks one prediction a truth value. NaN in the truth is masked by the harness before scoring; here it is an error.
 *
 * @throws BraidynError `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_WEIGHTS`.
 */
export function scoredRows(truth: Numbers, prediction: Numbers, weights?: Numbers): ScoredRows {
  if (truth.length !== prediction.length) {
    throw new BraidynError("METRIC_LENGTH", { truth: truth.length, prediction: prediction.length });
  }
  if (truth.length === 0) throw new BraidynError("METRIC_EMPTY", {});
  return {
    count: truth.length,
    truth: finiteTruth(truth),
    prediction: finitePrediction(prediction),
    weights: checkedWeights(weights, truth.length),
  };
}

/** @throws BraidynError `METRIC_TRUTH_NOT_FINITE` with the first index. */
export function finiteTruth(truth: Numbers): Float64Array {
  const values = toFloat64(truth);
  const index = firstNotFinite(values);
  if (index >= 0) {
    throw new BraidynError("METRIC_TRUTH_NOT_FINITE", { index, value: String(values[index]) });
  }
  return values;
}

/** @throws BraidynError `METRIC_NOT_FINITE` with the first index. */
export function finitePrediction(prediction: Numbers): Float64Array {
  const values = toFloat64(prediction);
  const index = firstNotFinite(values);
  if (index >= 0) {
    throw new BraidynError("METRIC_NOT_FINITE", { index, value: String(values[index]) });
  }
  return values;
}

/** @throws BraidynError `METRIC_WEIGHTS` unless there is one finite weight >= 0 a row and not all are 0. */
export function checkedWeights(weights: Numbers | undefined, rows: number): Float64Array | null {
  if (weights === undefined) return null;
  const values = toFloat64(weights);
  let smallest = Infinity;
  let sum = 0;
  for (const weight of values) {
    smallest = weight >= smallest ? smallest : weight; // NaN stays
    sum += weight;
  }
  if (values.length !== rows || !(smallest >= 0) || !(sum > 0 && sum < Infinity)) {
    throw new BraidynError("METRIC_WEIGHTS", {
      weights: values.length,
      rows,
      smallest: String(smallest),
      sum: String(sum),
    });
  }
  return values;
}

/** The array itself where it is Float64 already: metrics read their arguments and never write to them. */
function toFloat64(values: Numbers): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}

function firstNotFinite(values: Float64Array): number {
  let probe = 0;
  for (let i = 0; i < values.length; i++) probe += values[i]! - values[i]!; // 0, or NaN from the first that is not finite
  if (probe === 0) return -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) return i;
  }
  return -1;
}
