/** Mean of `valueAt(0)` to `valueAt(count - 1)`, by `weights` (null: all 1). */
export function weightedMean(
  count: number,
  weights: Float64Array | null,
  valueAt: (index: number) => number,
): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    sum += weight * valueAt(i);
    total += weight;
  }
  return sum / total;
}
