import type { Kind } from "../../entry/linear.ts";
import type { Scale } from "../../entry/standardise.ts";

/** Numbers of mean 0 and spread 1, which a network learns more easily; 0 and 1 stay. NaN says that a row has no truth. */
export function standardiseTruth(
  truth: readonly Float64Array[],
  kinds: readonly Kind[],
): { truth: Float64Array[]; truthScale: Scale } {
  const scales = truth.map((values, i) => (kinds[i] === "binary" ? { mean: 0, spread: 1 } : scaleOf(values)));
  return {
    truth: truth.map((values, i) => values.map((value) => (value - scales[i].mean) / scales[i].spread)),
    truthScale: { mean: scales.map(({ mean }) => mean), spread: scales.map(({ spread }) => spread) },
  };
}

function scaleOf(values: Float64Array): { mean: number; spread: number } {
  const known = values.filter(Number.isFinite);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}
