import { correlation } from "./pearson.ts";
import { averageRanks } from "./ranks.ts";
import { isConstant, varyingRows } from "./regression.ts";
import type { Numbers } from "./rows.ts";

/**
 * Spearman's rank correlation: Pearson's on average ranks. 1 where both rise together, 0 without a monotone relation.
 * A constant prediction scores 0. Source: SciPy `spearmanr`.
 *
 * @throws BraidynError as `pearson`.
 */
export function spearman(truth: Numbers, prediction: Numbers): number {
  const rows = varyingRows(truth, prediction);
  if (isConstant(rows.prediction)) return 0;
  return correlation(averageRanks(rows.truth), averageRanks(rows.prediction));
}
