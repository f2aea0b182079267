import type { FeatureMatrix } from "./feature-matrix.ts";

/** Features on one scale, and how to get there. */
export interface Standardized {
  readonly rows: number;
  readonly columns: number;
  /** rows x columns: (feature - mean) / scale. */
  readonly data: Float64Array;
  readonly means: Float64Array;
  /** Standard deviations; 1 for a constant column, whose standardised values are all 0. */
  readonly scales: Float64Array;
}

/**
 * Standardises each column by its mean and (population) standard deviation, weighted where `weights` are given.
 * Source: scikit-learn `StandardScaler`.
 */
export function standardize(features: FeatureMatrix, weights: Float64Array | null): Standardized {
  const { rows, columns } = features;
  const means = columnMeans(features, weights, (value) => value);
  const variances = columnMeans(features, weights, (value, column) => (value - means[column]!) ** 2);
  const scales = variances.map((variance, column) => scaleOf(variance, means[column]!));
  const constant = constantColumns(features);
  const data = new Float64Array(rows * columns);
  for (let i = 0, column = 0; i < data.length; i++) {
    if (!constant[column]) data[i] = (features.data[i]! - means[column]!) / scales[column]!;
    if (++column === columns) column = 0;
  }
  return { rows, columns, data, means, scales };
}

/** A linear rule on standardised columns, as weights and intercept for the features themselves. */
export function onFeatures(
  { means, scales }: Standardized,
  standardWeights: Float64Array,
  standardIntercept: number,
): { weights: Float64Array; intercept: number } {
  const weights = standardWeights.map((weight, column) => weight / scales[column]!);
  const offset = weights.reduce((sum, weight, column) => sum + weight * means[column]!, 0);
  return { weights, intercept: standardIntercept - offset };
}

function columnMeans(
  { data, rows, columns }: FeatureMatrix,
  weights: Float64Array | null,
  valueOf: (value: number, column: number) => number,
): Float64Array {
  const sums = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    total += weight;
    for (let column = 0; column < columns; column++) {
      sums[column]! += weight * valueOf(data[row * columns + column]!, column);
    }
  }
  return sums.map((sum) => sum / total);
}

/** Rounding leaves equal values a tiny variance; dividing by it would blow noise up to features. */
function scaleOf(variance: number, mean: number): number {
  const rounding = 10 * Number.EPSILON * Math.abs(mean);
  const deviation = Math.sqrt(variance);
  return deviation > rounding ? deviation : 1;
}

function constantColumns({ data, columns }: FeatureMatrix): Uint8Array {
  const constant = new Uint8Array(columns).fill(1);
  for (let i = 0, column = 0; i < data.length; i++) {
    if (data[i] !== data[column]) constant[column] = 0;
    if (++column === columns) column = 0;
  }
  return constant;
}
