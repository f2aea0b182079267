import { fitLogistic } from "../models/logistic.ts";
import { fitRidge } from "../models/ridge.ts";
import type { FeatureMatrix } from "../models/feature-matrix.ts";
import { selectRows } from "./control-rows.ts";

/** What is learnt from: features and one truth column of the train rows, NaN where a row has no truth in it. */
export interface Lesson {
  readonly features: FeatureMatrix;
  readonly truth: Float64Array;
  readonly type: "binary" | "number";
  /** A straight line for a binary column, too: much quicker, and ranks about the same. */
  readonly straight?: boolean;
}

/** Strength of the penalty a train row: enough to keep few sessions from being learnt by heart. */
const penaltyPerRow = 0.01;

/**
 * Learns a column from features by a linear model and predicts other rows: probabilities for a binary column. Where
 * there is nothing to learn from (one class, no features) everything is predicted the mean.
 */
export function predictColumn(
  { features, truth, type, straight = false }: Lesson,
  rows: FeatureMatrix,
): Float64Array {
  const known = Array.from(truth.keys()).filter((row) => !Number.isNaN(truth[row]));
  const targets = Float64Array.from(known, (row) => truth[row] as number);
  const mean = targets.reduce((sum, value) => sum + value, 0) / (targets.length || 1);
  const constant = targets.every((value) => value === targets[0]);
  if (rows.rows === 0 || constant || features.columns === 0) return new Float64Array(rows.rows).fill(mean);
  const lambda = Math.max(1, penaltyPerRow * known.length);
  const own = known.length === features.rows ? features : selectRows(features, known);
  if (type === "binary" && !straight) return fitLogistic(own, targets, { lambda }).predict(rows);
  const predicted = fitRidge(own, targets, { lambda }).predict(rows);
  return type === "number" ? predicted : predicted.map((value) => Math.min(0.999, Math.max(0.001, value)));
}
