import { describe, expect, it } from "vitest";
import { balancedAccuracy, balancedAccuracyAdjusted } from "../../src/metric/balanced-accuracy.ts";
import { cohenKappaLinear } from "../../src/metric/cohen-kappa.ts";
import { confusionMatrix } from "../../src/metric/confusion-matrix.ts";
import { f1Macro } from "../../src/metric/f1-macro.ts";
import { throwsCode } from "./throws-code.ts";

const truth = [0, 0, 1, 1, 2, 2];
const metrics = { balancedAccuracy, balancedAccuracyAdjusted, f1Macro, cohenKappaLinear };

describe("metrics of classes", () => {
  for (const [name, metric] of Object.entries(metrics)) {
    it(`${name} is 1 for a perfect prediction`, () => {
      expect(metric(truth, truth)).toBe(1);
    });

    it(`${name} refuses a truth of one class, probabilities, NaN and a wrong length`, () => {
      expect(throwsCode(() => metric([1, 1], [1, 0]))).toBe("METRIC_SINGLE_CLASS");
      expect(throwsCode(() => metric([0, 1], [0.3, 0.8]))).toBe("METRIC_NOT_CLASS");
      expect(throwsCode(() => metric([0, 1], [0, NaN]))).toBe("METRIC_NOT_FINITE");
      expect(throwsCode(() => metric([0, 1], [0]))).toBe("METRIC_LENGTH");
      expect(throwsCode(() => metric([], []))).toBe("METRIC_EMPTY");
    });
  }

  it("give chance to a prediction that is always the same class", () => {
    const always = [0, 0, 0, 0, 0, 0];
    expect(balancedAccuracy(truth, always)).toBeCloseTo(1 / 3, 15);
    expect(balancedAccuracyAdjusted(truth, always)).toBeCloseTo(0, 15);
    expect(cohenKappaLinear(truth, always)).toBeCloseTo(0, 15);
    expect(f1Macro(truth, always)).toBeCloseTo(1 / 6, 15); // F1 of class 0 is 4 / 8
  });

  it("count a class that is only predicted in F1, but not in balanced accuracy", () => {
    expect(balancedAccuracy([0, 0, 1, 1], [0, 2, 1, 1])).toBe(0.75);
    expect(f1Macro([0, 0, 1, 1], [0, 2, 1, 1])).toBeCloseTo((2 / 3 + 1 + 0) / 3, 15);
  });

  it("refuse a column of numbers as classes before they make a huge matrix", () => {
    const many = Array.from({ length: 5000 }, (_, i) => i);
    expect(throwsCode(() => confusionMatrix(many, many))).toBe("METRIC_NOT_CLASS");
  });
});
