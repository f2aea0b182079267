import type { Matrix } from "./matrix.ts";

/** `binary`: logistic regression, predicts probabilities. `number`: ridge regression. */
export type Kind = "binary" | "number";

/** One weight a column, and the intercept last. */
export type Weights = readonly number[];

/**
 * Least loss + penalty / 2 * |weights|^2, by Newton's method: one step is all that ridge regression needs, some ten make
 * logistic regression. The intercept is not held down.
 */
export function fitLinear(x: Matrix, y: Float64Array, kind: Kind, penalty: number): Weights {
  let weights: Weights = new Array<number>(x.columns + 1).fill(0);
  for (let step = 0; step < 50; step++) {
    const predicted = predictLinear(x, weights, kind);
    const change = solve(curvature(x, predicted, kind, penalty), slope(x, y, predicted, weights, penalty));
    weights = weights.map((weight, i) => weight + change[i]);
    if (change.every((value) => Math.abs(value) < 1e-10)) break;
  }
  return weights;
}

/** A value a row. */
export function predictLinear({ data, rows, columns }: Matrix, weights: Weights, kind: Kind): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let score = weights[columns];
    for (let column = 0; column < columns; column++) score += data[row * columns + column] * weights[column];
    return kind === "binary" ? 1 / (1 + Math.exp(-score)) : score;
  });
}

/** How the loss falls fastest: a value a weight. */
function slope(
  x: Matrix,
  y: Float64Array,
  predicted: Float64Array,
  weights: Weights,
  penalty: number,
): number[] {
  const sums = weights.map((weight, i) => (i < x.columns ? -penalty * weight : 0));
  for (let row = 0; row < x.rows; row++) {
    const error = y[row] - predicted[row];
    for (let i = 0; i <= x.columns; i++) sums[i] += error * cell(x, row, i);
  }
  return sums;
}

/** How the slope changes: weights x weights, of which the lower half is used. */
function curvature(x: Matrix, predicted: Float64Array, kind: Kind, penalty: number): Float64Array[] {
  const size = x.columns + 1;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (let row = 0; row < x.rows; row++) {
    const share = kind === "binary" ? predicted[row] * (1 - predicted[row]) : 1;
    for (let i = 0; i < size; i++) {
      const scaled = share * cell(x, row, i);
      for (let j = 0; j <= i; j++) sums[i][j] += scaled * cell(x, row, j);
    }
  }
  for (let i = 0; i < x.columns; i++) sums[i][i] += penalty;
  return sums;
}

/** A column of ones comes after the features: its weight is the intercept. */
function cell({ data, columns }: Matrix, row: number, column: number): number {
  return column < columns ? data[row * columns + column] : 1;
}

/** Solves matrix * result = right for a symmetric, positive matrix, which it overwrites (Cholesky's decomposition). */
function solve(matrix: Float64Array[], right: readonly number[]): number[] {
  const result = [...right];
  for (let i = 0; i < result.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= matrix[i][k] * matrix[j][k];
      matrix[i][j] = i === j ? Math.sqrt(sum) : sum / matrix[j][j];
    }
    for (let k = 0; k < i; k++) result[i] -= matrix[i][k] * result[k];
    result[i] /= matrix[i][i];
  }
  for (let i = result.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < result.length; k++) result[i] -= matrix[k][i] * result[k];
    result[i] /= matrix[i][i];
  }
  return result;
}
