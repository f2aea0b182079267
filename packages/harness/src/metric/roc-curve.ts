import { twoClassRows } from "./binary.ts";
import type { Numbers } from "./rows.ts";
import { thresholdCounts } from "./threshold-counts.ts";

/** One point a threshold, from (0, 0) to (1, 1). */
export interface RocCurve {
  readonly falsePositiveRate: Float64Array;
  readonly truePositiveRate: Float64Array;
  /** Falling; the first, at which no row is called class 1, is the highest score + 1. */
  readonly thresholds: Float64Array;
}

/**
 * The ROC curve; with `dropIntermediate` without the points on a straight line between their neighbours. Source:
 * scikit-learn `roc_curve` (1.2; later versions write the first threshold as infinity, which JSON cannot hold).
 *
 * @throws BraidynError as `rocAuc`.
 */
export function rocCurve(
  truth: Numbers,
  score: Numbers,
  weights?: Numbers,
  { dropIntermediate = false }: { readonly dropIntermediate?: boolean } = {},
): RocCurve {
  const rows = twoClassRows(truth, score, weights);
  const { thresholds, truePositives, falsePositives } = thresholdCounts(rows);
  const last = thresholds.length - 1;
  const kept = [...thresholds.keys()].filter(
    (i) => !dropIntermediate || i === 0 || i === last || bends(falsePositives, i) || bends(truePositives, i),
  );
  // The last counts, not the sums of the weights: rounding must not keep the curve from ending in (1, 1).
  const at = (counts: Float64Array) => Float64Array.from([0, ...kept.map((i) => counts[i]! / counts[last]!)]);
  return {
    falsePositiveRate: at(falsePositives),
    truePositiveRate: at(truePositives),
    thresholds: Float64Array.from([thresholds[0]! + 1, ...kept.map((i) => thresholds[i]!)]),
  };
}

function bends(counts: Float64Array, i: number): boolean {
  return counts[i + 1]! - 2 * counts[i]! + counts[i - 1]! !== 0;
}
