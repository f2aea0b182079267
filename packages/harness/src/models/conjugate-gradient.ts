/** A symmetric positive definite linear map, or the inverse of one. */
export type LinearMap = (vector: Float64Array) => Float64Array;

/**
 * The x with `matrix(x) = right`, up to a residual of `tolerance` times the length of `right`.
 * Source: preconditioned conjugate gradients, Nocedal & Wright 2006, algorithm 5.3.
 *
 * @param precondition an approximate inverse of `matrix`; the closer, the fewer steps.
 */
export function conjugateGradient(
  matrix: LinearMap,
  right: Float64Array,
  precondition: LinearMap,
  tolerance: number,
  maxSteps = 500,
): Float64Array {
  const x = new Float64Array(right.length);
  const residual = right.slice();
  const goal = tolerance * tolerance * dot(right, right);
  let preconditioned = precondition(residual);
  let direction = preconditioned;
  let product = dot(residual, preconditioned);
  for (let step = 0; step < maxSteps && dot(residual, residual) > goal; step++) {
    const image = matrix(direction);
    const length = product / dot(direction, image);
    addScaled(x, direction, length);
    addScaled(residual, image, -length);
    preconditioned = precondition(residual);
    const before = product;
    product = dot(residual, preconditioned);
    const keep = product / before;
    const last = direction;
    direction = preconditioned.map((value, i) => value + keep * last[i]!);
  }
  return x;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(to: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * vector[i]!;
}
