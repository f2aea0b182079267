import type { Numbers } from "../metric/rows.ts";
import { weightedMean } from "../metric/weighted-mean.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";
import { linearModel, type LinearModel } from "./linear-model.ts";
import { penalizedSystem } from "./penalized-system.ts";
import { onFeatures } from "./standardize.ts";
import { scaledRows, trainingOf, type FitOptions } from "./training.ts";

/**
 * Ridge regression: minimises the sum of weighted squared errors + lambda |w|^2 over the weights of standardised
 * columns. Means and deviations come from these rows alone. Constant columns get the weight 0.
 * Source: Hoerl & Kennard 1970; scikit-learn `make_pipeline(StandardScaler(), Ridge(alpha=lambda))`.
 *
 * @param features rows x columns.
 * @param targets one number a row.
 * @throws BraidynError `MODEL_SHAPE`, `MODEL_NOT_FINITE`, `MODEL_TARGETS`, `MODEL_LAMBDA`, `METRIC_TRUTH_NOT_FINITE`,
 *   `METRIC_WEIGHTS`.
 */
export function fitRidge(features: FeatureMatrix, targets: Numbers, options: FitOptions): LinearModel {
  const { x, y, rowWeights, lambda } = trainingOf(features, targets, options);
  const meanTarget = weightedMean(x.rows, rowWeights, (row) => y[row]!);
  const roots = rowWeights.map(Math.sqrt);
  const system = penalizedSystem({ ...x, data: scaledRows(x, roots) }, lambda);
  const standardWeights = system.fit(roots.map((root, row) => root * (y[row]! - meanTarget)));
  const { weights, intercept } = onFeatures(x, standardWeights, meanTarget);
  return linearModel(weights, intercept);
}
