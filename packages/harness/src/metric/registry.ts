import { BraidynError } from "@braidyn/core";
import { averagePrecision } from "./average-precision.ts";
import { balancedAccuracy, balancedAccuracyAdjusted } from "./balanced-accuracy.ts";
import { brier } from "./brier.ts";
import { cohenKappaLinear } from "./cohen-kappa.ts";
import { explainedVariance } from "./explained-variance.ts";
import { f1Macro } from "./f1-macro.ts";
import { kendallTauB } from "./kendall-tau.ts";
import { logLossGain } from "./log-loss-gain.ts";
import { logLoss } from "./log-loss.ts";
import { mae } from "./mae.ts";
import { medianAe } from "./median-ae.ts";
import { mse, rmse } from "./mse.ts";
import { pearson } from "./pearson.ts";
import { r2 } from "./r2.ts";
import { rocAuc } from "./roc-auc.ts";
import { spearman } from "./spearman.ts";

/** The metrics that a challenge can name: one column of truth against one of prediction. */
export const metricNames = [
  "roc_auc",
  "average_precision",
  "balanced_accuracy",
  "balanced_accuracy_adjusted",
  "f1_macro",
  "cohen_kappa_linear",
  "log_loss",
  "log_loss_gain",
  "brier",
  "r2",
  "explained_variance",
  "pearson",
  "spearman",
  "kendall_tau_b",
  "mae",
  "mse",
  "rmse",
  "median_ae",
] as const;
export type MetricName = (typeof metricNames)[number];

/** Whether a larger or a smaller score is better. */
export type Direction = "maximize" | "minimize";

/** A pure function from truth and prediction to a score, and how to read the score. */
export interface Metric {
  readonly name: MetricName;
  readonly direction: Direction;
  /** Score of a prediction that knows nothing; null where that depends on the truth. */
  readonly chance: number | null;
  /** Whether `compute` compares with a reference prediction: the truth columns then declare one. */
  readonly needsReference: boolean;
  /** @throws BraidynError `METRIC_*`; never answers NaN or infinity. */
  compute(truth: Float64Array, prediction: Float64Array, reference?: Float64Array): number;
}

type Score = (truth: Float64Array, prediction: Float64Array) => number;

/** Every metric by its name. */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  roc_auc: maximize("roc_auc", 0.5, rocAuc),
  average_precision: maximize("average_precision", null, averagePrecision),
  balanced_accuracy: maximize("balanced_accuracy", null, balancedAccuracy),
  balanced_accuracy_adjusted: maximize("balanced_accuracy_adjusted", 0, balancedAccuracyAdjusted),
  f1_macro: maximize("f1_macro", null, f1Macro),
  cohen_kappa_linear: maximize("cohen_kappa_linear", 0, cohenKappaLinear),
  // Both classes exist in the challenge; a session that happens to hold one of them has a log loss all the same.
  log_loss: minimize("log_loss", (truth, prediction) => logLoss(truth, prediction, undefined, [0, 1])),
  log_loss_gain: overReference("log_loss_gain", logLossGain),
  brier: minimize("brier", brier),
  r2: maximize("r2", 0, r2),
  explained_variance: maximize("explained_variance", 0, explainedVariance),
  pearson: maximize("pearson", 0, pearson),
  spearman: maximize("spearman", 0, spearman),
  kendall_tau_b: maximize("kendall_tau_b", 0, kendallTauB),
  mae: minimize("mae", mae),
  mse: minimize("mse", mse),
  rmse: minimize("rmse", rmse),
  median_ae: minimize("median_ae", medianAe),
};

/** Whether a challenge can name the metric. */
export function isMetricName(name: string): name is MetricName {
  return (metricNames as readonly string[]).includes(name);
}

function maximize(name: MetricName, chance: number | null, score: Score): Metric {
  const compute = finiteScore(name, score);
  return { name, direction: "maximize", chance, needsReference: false, compute };
}

function minimize(name: MetricName, score: Score): Metric {
  const compute = finiteScore(name, score);
  return { name, direction: "minimize", chance: null, needsReference: false, compute };
}

/** Repeating the reference gains nothing: 0. */
function overReference(
  name: MetricName,
  gain: (truth: Float64Array, prediction: Float64Array, reference: Float64Array | undefined) => number,
): Metric {
  return {
    name,
    direction: "maximize",
    chance: 0,
    needsReference: true,
    compute: (truth, prediction, reference) =>
      finiteScore(name, (t, p) => gain(t, p, reference))(truth, prediction),
  };
}

/** Finite predictions can still overflow when squared; such a score must not reach a board. */
function finiteScore(name: MetricName, score: Score): Score {
  return (truth, prediction) => {
    const value = score(truth, prediction);
    if (!Number.isFinite(value)) throw new BraidynError("METRIC_OVERFLOW", { metric: name });
    return value;
  };
}
