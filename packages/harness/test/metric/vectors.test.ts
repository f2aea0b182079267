import type { BraidynErrorCode } from "@braidyn/core";
import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../src/metric/average-precision.ts";
import { balancedAccuracy, balancedAccuracyAdjusted } from "../../src/metric/balanced-accuracy.ts";
import { brier } from "../../src/metric/brier.ts";
import { cohenKappaLinear } from "../../src/metric/cohen-kappa.ts";
import { confusionMatrix } from "../../src/metric/confusion-matrix.ts";
import { explainedVariance } from "../../src/metric/explained-variance.ts";
import { f1Macro } from "../../src/metric/f1-macro.ts";
import { kendallTauB } from "../../src/metric/kendall-tau.ts";
import { logLoss, multiclassLogLoss } from "../../src/metric/log-loss.ts";
import { mae } from "../../src/metric/mae.ts";
import { medianAe } from "../../src/metric/median-ae.ts";
import { mse, rmse } from "../../src/metric/mse.ts";
import { rocAucOneVsOne, rocAucOneVsRest } from "../../src/metric/multiclass-roc-auc.ts";
import { pearson } from "../../src/metric/pearson.ts";
import { percentile } from "../../src/metric/percentile.ts";
import { precisionRecallCurve } from "../../src/metric/precision-recall-curve.ts";
import { r2, r2MultiOutput } from "../../src/metric/r2.ts";
import { averageRanks } from "../../src/metric/ranks.ts";
import { rocAuc } from "../../src/metric/roc-auc.ts";
import { rocCurve } from "../../src/metric/roc-curve.ts";
import { spearman } from "../../src/metric/spearman.ts";
import { throwsCode } from "./throws-code.ts";
import file from "../../../../vectors/metrics.json" with { type: "json" };

type Value = number | string;
interface Vector {
  id: string;
  metric: string;
  inputs: Record<string, Value[] | Value[][] | boolean>;
  tol: number;
  sklearn_output?: unknown;
  sklearn_error?: string;
  sdk_policy?: string;
}

/**
 * What each vector with an `sdk_policy` (where scikit-learn raises, warns or makes a number up) must throw. One of them
 * throws without saying so in the policy: log loss of a single class, which is "allowed when labels=[0,1] are given".
 */
const thrown: Record<string, BraidynErrorCode> = {
  "roc_auc/single_class_pos": "METRIC_SINGLE_CLASS",
  "roc_auc/single_class_neg": "METRIC_SINGLE_CLASS",
  "roc_auc/nan_score": "METRIC_NOT_FINITE",
  "roc_auc/empty": "METRIC_EMPTY",
  "roc_auc/inf_score": "METRIC_NOT_FINITE",
  "average_precision/single_class_pos": "METRIC_SINGLE_CLASS",
  "average_precision/single_class_neg": "METRIC_SINGLE_CLASS",
  "average_precision/nan_score": "METRIC_NOT_FINITE",
  "average_precision/empty": "METRIC_EMPTY",
  "average_precision/inf_score": "METRIC_NOT_FINITE",
  "balanced_accuracy/single_class": "METRIC_SINGLE_CLASS",
  "r2/constant_true_wrong_pred": "METRIC_CONSTANT_TRUTH",
  "r2/constant_true_perfect": "METRIC_CONSTANT_TRUTH",
  "r2/one_sample": "METRIC_TOO_FEW",
  "pearson/constant": "METRIC_CONSTANT_TRUTH",
  "log_loss/single_class": "METRIC_SINGLE_CLASS",
  "brier/out_of_range": "METRIC_PROBABILITY_RANGE",
};

const vectors = file.vectors as unknown as Vector[];

/** The metric of a vector on its inputs. */
function run({ metric, inputs }: Vector): unknown {
  const list = (name: string) => ((inputs[name] ?? []) as Value[] | Value[][]).flat().map(Number);
  const columns = (name: string) => (inputs[name] as Value[][])[0]!.length;
  const truth = list("y_true");
  const weights = "sample_weight" in inputs ? list("sample_weight") : undefined;
  switch (metric) {
    case "roc_auc":
      return rocAuc(truth, list("y_score"), weights);
    case "average_precision":
      return averagePrecision(truth, list("y_score"), weights);
    case "roc_auc_ovr_macro":
      return rocAucOneVsRest(truth, list("y_prob"), columns("y_prob"));
    case "roc_auc_ovo_macro":
      return rocAucOneVsOne(truth, list("y_prob"), columns("y_prob"));
    case "balanced_accuracy":
      return balancedAccuracy(truth, list("y_pred"), weights);
    case "balanced_accuracy_adjusted":
      return balancedAccuracyAdjusted(truth, list("y_pred"), weights);
    case "f1_macro":
      return f1Macro(truth, list("y_pred"), weights);
    case "confusion_matrix": {
      const { labels, counts } = confusionMatrix(truth, list("y_pred"), weights);
      return labels.map((_, t) => [...counts.subarray(t * labels.length, (t + 1) * labels.length)]);
    }
    case "cohen_kappa_linear":
      return cohenKappaLinear(truth, list("y_pred"), weights);
    case "r2":
      return r2(truth, list("y_pred"), weights);
    case "r2_multi_uniform":
      return r2MultiOutput(truth, list("y_pred"), columns("y_true"), "uniform");
    case "r2_multi_variance_weighted":
      return r2MultiOutput(truth, list("y_pred"), columns("y_true"), "variance");
    case "mae":
      return mae(truth, list("y_pred"), weights);
    case "mse":
      return mse(truth, list("y_pred"), weights);
    case "rmse":
      return rmse(truth, list("y_pred"), weights);
    case "median_ae":
      return medianAe(truth, list("y_pred"), weights);
    case "explained_variance":
      return explainedVariance(truth, list("y_pred"), weights);
    case "pearson":
      return pearson(list("x"), list("y"));
    case "spearman":
      return spearman(list("x"), list("y"));
    case "kendall_tau_b":
      return kendallTauB(list("x"), list("y"));
    case "rankdata_average":
      return [...averageRanks(list("x"))];
    case "log_loss":
      return Array.isArray((inputs["y_prob"] as Value[] | Value[][])[0])
        ? multiclassLogLoss(truth, list("y_prob"), columns("y_prob"), weights)
        : logLoss(truth, list("y_prob"), weights, "labels" in inputs ? [0, 1] : undefined);
    case "brier":
      return brier(truth, list("y_prob"), weights);
    case "roc_curve": {
      const curve = rocCurve(truth, list("y_score"), weights, {
        dropIntermediate: inputs["drop_intermediate"] as boolean,
      });
      return {
        fpr: [...curve.falsePositiveRate],
        tpr: [...curve.truePositiveRate],
        thresholds: [...curve.thresholds],
      };
    }
    case "pr_curve": {
      const curve = precisionRecallCurve(truth, list("y_score"), weights);
      return {
        precision: [...curve.precision],
        recall: [...curve.recall],
        thresholds: [...curve.thresholds],
      };
    }
    case "percentile_linear":
      return list("q").map((percent) => percentile(list("x"), percent));
    default:
      throw new Error(`no metric of the name ${metric}`);
  }
}

/** All numbers of a nested answer under their paths. */
function numbersOf(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => numbersOf(inner, `${path}/${key}`));
}

describe("the vectors made with scikit-learn", () => {
  const ran = new Set<string>();

  for (const vector of vectors) {
    const code = thrown[vector.id];
    const name = code === undefined ? `${vector.id} is scikit-learn's number` : `${vector.id} throws ${code}`;
    it(name, () => {
      ran.add(vector.id);
      if (code !== undefined) {
        expect(throwsCode(() => run(vector))).toBe(code);
        return;
      }
      const expected = numbersOf(vector.sklearn_output);
      const found = numbersOf(run(vector));
      expect(found.map(([path]) => path)).toEqual(expected.map(([path]) => path));
      for (const [i, [path, number]] of expected.entries()) {
        expect(Math.abs(found[i]![1] - number), path).toBeLessThanOrEqual(vector.tol);
      }
    });
  }

  it("runs all 76 of them, and throws exactly where the policy or scikit-learn does", () => {
    expect(ran.size).toBe(76);
    const mustThrow = vectors.filter((v) => v.sdk_policy !== undefined || v.sklearn_error !== undefined);
    expect(mustThrow.map((v) => v.id).sort()).toEqual(Object.keys(thrown).sort());
  });

  it("says at which index a prediction is not finite", () => {
    const vector = vectors.find((v) => v.id === "roc_auc/nan_score")!;
    expect(() => run(vector)).toThrow("the prediction at index 0 is NaN");
  });
});
