import { isBraidynError } from "@braidyn/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../src/metric/average-precision.ts";
import { brier } from "../../src/metric/brier.ts";
import { logLoss, multiclassLogLoss } from "../../src/metric/log-loss.ts";
import { rocAucOneVsRest } from "../../src/metric/multiclass-roc-auc.ts";
import { precisionRecallCurve } from "../../src/metric/precision-recall-curve.ts";
import { rocAuc } from "../../src/metric/roc-auc.ts";
import { rocCurve } from "../../src/metric/roc-curve.ts";
import { throwsCode } from "./throws-code.ts";

const truth = [0, 0, 1, 1];

/** Scores with ties and both zeros, and a truth with both classes. */
const rows = fc
  .array(fc.record({ label: fc.constantFrom(0, 1), score: fc.integer({ min: -40, max: 40 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((list) => new Set(list.map((row) => row.label)).size === 2)
  .map((list) => ({ truth: list.map((row) => row.label), score: list.map((row) => row.score / 8) }));

describe("rocAuc", () => {
  it("is 1 for a perfect order, 0 for the reverse, 0.5 for a constant", () => {
    expect(rocAuc(truth, [1, 2, 3, 4])).toBe(1);
    expect(rocAuc(truth, [4, 3, 2, 1])).toBe(0);
    expect(rocAuc(truth, [7, 7, 7, 7])).toBe(0.5);
  });

  it("is the share of pairs in order: 3 of 4 here", () => {
    expect(rocAuc(truth, [0.1, 0.4, 0.35, 0.8])).toBe(0.75);
  });

  it("takes -0 and 0 for a tie", () => {
    expect(rocAuc([0, 1], [-0, 0])).toBe(0.5);
    expect(rocAuc([1, 0], [-0, 0])).toBe(0.5);
  });

  it("counts a row of weight 2 like two rows", () => {
    const twice = rocAuc([0, 1, 1, 0, 1], [0.2, 0.1, 0.1, 0.4, 0.9]);
    expect(rocAuc([0, 1, 0, 1], [0.2, 0.1, 0.4, 0.9], [1, 2, 1, 1])).toBeCloseTo(twice, 14);
  });

  it("does not change under a rising transform of the scores", () => {
    fc.assert(
      fc.property(rows, ({ truth, score }) => {
        const bent = score.map((value) => Math.exp(value) + value);
        expect(rocAuc(truth, bent)).toBe(rocAuc(truth, score));
      }),
    );
  });

  it("turns to 1 - AUC when the scores change their sign", () => {
    fc.assert(
      fc.property(rows, ({ truth, score }) => {
        const negated = score.map((value) => -value);
        expect(rocAuc(truth, negated)).toBeCloseTo(1 - rocAuc(truth, score), 12);
      }),
    );
  });

  it("is the area under the ROC curve", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), ({ truth, score }, dropIntermediate) => {
        const { falsePositiveRate: x, truePositiveRate: y } = rocCurve(truth, score, undefined, {
          dropIntermediate,
        });
        let area = 0;
        for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
        expect(area).toBeCloseTo(rocAuc(truth, score), 12);
      }),
    );
  });

  it("leaves its arguments as they were", () => {
    const score = Float64Array.of(0.3, -0, 0.1, 0.2);
    rocAuc(truth, score);
    expect([...score]).toEqual([0.3, -0, 0.1, 0.2]);
  });

  it("refuses what it cannot score, each with its code", () => {
    expect(throwsCode(() => rocAuc([0, 1], [0.1]))).toBe("METRIC_LENGTH");
    expect(throwsCode(() => rocAuc([], []))).toBe("METRIC_EMPTY");
    expect(throwsCode(() => rocAuc([0, 1], [0.1, NaN]))).toBe("METRIC_NOT_FINITE");
    expect(throwsCode(() => rocAuc([0, NaN], [0.1, 0.2]))).toBe("METRIC_TRUTH_NOT_FINITE");
    expect(throwsCode(() => rocAuc([0, 2], [0.1, 0.2]))).toBe("METRIC_NOT_BINARY");
    expect(throwsCode(() => rocAuc([1, 1], [0.1, 0.2]))).toBe("METRIC_SINGLE_CLASS");
    expect(throwsCode(() => rocAuc([0, 1], [0.1, 0.2], [1, 0]))).toBe("METRIC_SINGLE_CLASS");
  });

  it("refuses weights that are missing, negative, not finite or all 0", () => {
    for (const weights of [[1], [1, -1], [1, NaN], [1, Infinity], [0, 0]]) {
      expect(throwsCode(() => rocAuc([0, 1], [0.1, 0.2], weights))).toBe("METRIC_WEIGHTS");
    }
  });

  it("rejects a prediction that is not finite even where the truth holds one class", () => {
    expect(throwsCode(() => rocAuc([1, 1], [0.1, NaN]))).toBe("METRIC_NOT_FINITE");
  });

  it("names the index of the first bad prediction", () => {
    try {
      rocAuc(truth, [0.1, 0.2, -Infinity, NaN]);
      expect.unreachable();
    } catch (error) {
      expect(isBraidynError(error, "METRIC_NOT_FINITE") && error.parameters).toEqual({
        index: 2,
        value: "-Infinity",
      });
    }
  });
});

describe("averagePrecision", () => {
  it("is 1 for a perfect order and the share of class 1 for a constant", () => {
    expect(averagePrecision(truth, [1, 2, 3, 4])).toBe(1);
    expect(averagePrecision([0, 0, 0, 1], [5, 5, 5, 5])).toBe(0.25);
  });

  it("is the mean precision at each positive without ties: (1 + 2/3) / 2", () => {
    expect(averagePrecision(truth, [0.1, 0.4, 0.35, 0.8])).toBeCloseTo((1 + 2 / 3) / 2, 15);
  });

  it("is the area below the steps of the precision-recall curve", () => {
    fc.assert(
      fc.property(rows, ({ truth, score }) => {
        const { precision, recall } = precisionRecallCurve(truth, score);
        let area = 0;
        for (let i = 1; i < recall.length; i++) area += (recall[i - 1]! - recall[i]!) * precision[i - 1]!;
        expect(area).toBeCloseTo(averagePrecision(truth, score), 12);
      }),
    );
  });
});

describe("logLoss and brier", () => {
  it("are 0 for certainty that is right", () => {
    expect(logLoss([0, 1], [0, 1])).toBeCloseTo(0, 15);
    expect(brier([0, 1], [0, 1])).toBe(0);
  });

  it("are ln 2 and 1/4 for always saying 0.5", () => {
    expect(logLoss([0, 1, 1], [0.5, 0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
    expect(brier([0, 1, 1], [0.5, 0.5, 0.5])).toBe(0.25);
  });

  it("charge 52 ln 2 and 1 for certainty that is wrong", () => {
    expect(logLoss([0, 1], [1, 0])).toBeCloseTo(52 * Math.LN2, 12);
    expect(brier([0, 1], [1, 0])).toBe(1);
  });

  it("agree between two classes and two columns of probabilities", () => {
    const p = [0.2, 0.7, 0.4];
    const columns = p.flatMap((value) => [1 - value, value]);
    expect(multiclassLogLoss([0, 1, 1], columns, 2)).toBeCloseTo(logLoss([0, 1, 1], p), 14);
  });

  it("refuse values outside [0, 1] and rows that do not sum to 1", () => {
    expect(throwsCode(() => logLoss([0, 1], [0.2, 1.2]))).toBe("METRIC_PROBABILITY_RANGE");
    expect(throwsCode(() => brier([0, 1], [-0.1, 0.2]))).toBe("METRIC_PROBABILITY_RANGE");
    expect(throwsCode(() => multiclassLogLoss([0], [0.2, 0.2], 2))).toBe("METRIC_PROBABILITY_SUM");
    expect(throwsCode(() => multiclassLogLoss([2], [0.5, 0.5], 2))).toBe("METRIC_NOT_CLASS");
  });
});

describe("multiclass AUC", () => {
  it("needs a row of every class", () => {
    const probability = [0.5, 0.3, 0.2, 0.1, 0.8, 0.1];
    expect(throwsCode(() => rocAucOneVsRest([0, 1], probability, 3))).toBe("METRIC_CLASS_ABSENT");
  });

  it("is 1 when each row's own class is the most probable by far", () => {
    const probability = [0.8, 0.1, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8];
    expect(rocAucOneVsRest([0, 1, 2], probability, 3)).toBe(1);
  });
});
