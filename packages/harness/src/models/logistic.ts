import { twoClassRows } from "../metric/binary.ts";
import type { Numbers } from "../metric/rows.ts";
import { conjugateGradient, dot, type LinearMap } from "./conjugate-gradient.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";
import { linearModel, type LinearModel } from "./linear-model.ts";
import { columnProducts, rowProducts } from "./products.ts";
import { penalizedSystem } from "./penalized-system.ts";
import { onFeatures } from "./standardize.ts";
import { scaledRows, trainingOf, type FitOptions, type Training } from "./training.ts";

/** Newton's method needs 5 to 15 steps; the limit only keeps a hostile input from running forever. */
const MAX_NEWTON_STEPS = 100;

/** The fit stands where no entry of the gradient exceeds this share of the total weight. */
const GRADIENT_TOLERANCE = 1e-9;

/**
 * Logistic regression: minimises the sum of weighted log losses + lambda / 2 |w|^2 over the weights of standardised
 * columns; `predict` gives the probability of class 1. The penalty keeps weights finite on separable data.
 * Means and deviations come from these rows alone. Deterministic: Newton's method from 0, with its steps solved by
 * conjugate gradients. Source: scikit-learn `make_pipeline(StandardScaler(), LogisticRegression(C=1/lambda))`.
 *
 * @param features rows x columns.
 * @param targets 0 or 1 a row, both present.
 * @throws BraidynError `METRIC_SINGLE_CLASS`, `METRIC_NOT_BINARY`, and what `fitRidge` throws.
 */
export function fitLogistic(features: FeatureMatrix, targets: Numbers, options: FitOptions): LinearModel {
  const training = trainingOf(features, targets, options);
  twoClassRows(training.y, training.y, training.rowWeights);
  const fitted = minimize(training);
  const { weights, intercept } = onFeatures(training.x, fitted.slice(0, -1), fitted.at(-1)!);
  return linearModel(weights, intercept, sigmoid);
}

/** Weights of the standardised columns, then the intercept. */
function minimize(training: Training): Float64Array {
  const totalWeight = training.rowWeights.reduce((sum, weight) => sum + weight, 0);
  const precondition = startingInverse(training, totalWeight);
  let at: Float64Array = new Float64Array(training.x.columns + 1);
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const { gradient, curvature } = derivatives(training, at);
    const slope = gradient.reduce((max, value) => Math.max(max, Math.abs(value)), 0) / totalWeight;
    if (slope <= GRADIENT_TOLERANCE) break;
    const descent = conjugateGradient(
      (vector) => hessianTimes(training, curvature, vector),
      gradient.map((value) => -value),
      precondition,
      Math.min(0.1, Math.sqrt(slope)), // rough far from the minimum, exact near it
    );
    const next = lineSearch(training, at, descent, dot(gradient, descent));
    if (next === null) break; // rounding leaves nothing to gain
    at = next;
  }
  return at;
}

/** Halves the step until it gains what a straight line promises a little of (Armijo). */
function lineSearch(
  training: Training,
  at: Float64Array,
  descent: Float64Array,
  slope: number,
): Float64Array | null {
  const start = objective(training, at);
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = at.map((value, i) => value + length * descent[i]!);
    if (objective(training, next) <= start + 1e-4 * length * slope) return next;
  }
  return null;
}

function objective({ x, y, rowWeights, lambda }: Training, at: Float64Array): number {
  const weights = at.subarray(0, -1);
  let sum = (lambda / 2) * dot(weights, weights);
  rowProducts(x, weights).forEach((product, row) => {
    const z = product + at.at(-1)!;
    const softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))); // ln(1 + e^z) without overflow
    sum += rowWeights[row]! * (softplus - y[row]! * z);
  });
  return sum;
}

/** Gradient by weights and intercept, and each row's second derivative by its linear value. */
function derivatives(
  { x, y, rowWeights, lambda }: Training,
  at: Float64Array,
): { gradient: Float64Array; curvature: Float64Array } {
  const weights = at.subarray(0, -1);
  const probability = rowProducts(x, weights).map((product) => sigmoid(product + at.at(-1)!));
  const residual = probability.map((p, row) => rowWeights[row]! * (p - y[row]!));
  const curvature = probability.map((p, row) => rowWeights[row]! * p * (1 - p));
  return { gradient: withIntercept(columnProducts(x, residual), weights, lambda, residual), curvature };
}

function hessianTimes({ x, lambda }: Training, curvature: Float64Array, vector: Float64Array): Float64Array {
  const weights = vector.subarray(0, -1);
  const change = rowProducts(x, weights).map((product, row) => curvature[row]! * (product + vector.at(-1)!));
  return withIntercept(columnProducts(x, change), weights, lambda, change);
}

/** `sums` + lambda weights, then the sum of `rows`. */
function withIntercept(
  sums: Float64Array,
  weights: Float64Array,
  lambda: number,
  rows: Float64Array,
): Float64Array {
  const all = new Float64Array(sums.length + 1);
  all.set(sums.map((sum, column) => sum + lambda * weights[column]!));
  all[sums.length] = rows.reduce((sum, value) => sum + value, 0);
  return all;
}

/** Inverse of the Hessian at 0, where every row's curvature is a quarter of its weight; factored once. */
function startingInverse({ x, rowWeights, lambda }: Training, totalWeight: number): LinearMap {
  const halfRoots = rowWeights.map((weight) => Math.sqrt(weight) / 2);
  const system = penalizedSystem({ ...x, data: scaledRows(x, halfRoots) }, lambda);
  return (vector) => {
    const all = new Float64Array(vector.length);
    all.set(system.solve(vector.subarray(0, -1)));
    all[vector.length - 1] = (4 * vector.at(-1)!) / totalWeight;
    return all;
  };
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
