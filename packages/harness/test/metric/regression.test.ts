import { describe, expect, it } from "vitest";
import { explainedVariance } from "../../src/metric/explained-variance.ts";
import { kendallTauB } from "../../src/metric/kendall-tau.ts";
import { mae } from "../../src/metric/mae.ts";
import { medianAe } from "../../src/metric/median-ae.ts";
import { mse, rmse } from "../../src/metric/mse.ts";
import { pearson } from "../../src/metric/pearson.ts";
import { r2, r2MultiOutput } from "../../src/metric/r2.ts";
import { spearman } from "../../src/metric/spearman.ts";
import { throwsCode } from "./throws-code.ts";

const truth = [1, 2, 3, 4];
const errors = { mae, mse, rmse, medianAe };
const shares = { r2, explainedVariance };
const correlations = { pearson, spearman, kendallTauB };

describe("errors", () => {
  for (const [name, metric] of Object.entries(errors)) {
    it(`${name} is 0 for a perfect prediction and 2 (or 4) for one that is 2 off`, () => {
      expect(metric(truth, truth)).toBe(0);
      expect(metric(truth, [3, 4, 5, 6])).toBe(name === "mse" ? 4 : 2);
    });
  }

  it("take the middle of two middle errors as the median, also with weights", () => {
    expect(medianAe([0, 0, 0, 0], [1, 2, 4, 9])).toBe(3);
    expect(medianAe([0, 0, 0], [1, 2, 4], [1, 1, 2])).toBe(3);
    expect(medianAe([0, 0, 0], [1, 2, 4], [1, 1, 0])).toBe(1.5);
  });
});

describe("shares of variance", () => {
  for (const [name, metric] of Object.entries(shares)) {
    it(`${name} is 1 for a perfect prediction and 0 for predicting the mean`, () => {
      expect(metric(truth, truth)).toBe(1);
      expect(metric(truth, [2.5, 2.5, 2.5, 2.5])).toBe(0);
    });
  }

  it("differ on an offset, which only r2 punishes: 1 - 4 * 1 / 5", () => {
    expect(r2(truth, [2, 3, 4, 5])).toBeCloseTo(0.2, 15);
    expect(explainedVariance(truth, [2, 3, 4, 5])).toBe(1);
  });

  it("average outputs of 1 and 0 to 0.5, or by their variance", () => {
    const both = [1, 0, 2, 10, 3, 0, 4, 10]; // variances 1.25 and 25
    const predicted = [1, 5, 2, 5, 3, 5, 4, 5];
    expect(r2MultiOutput(both, predicted, 2)).toBe(0.5);
    expect(r2MultiOutput(both, predicted, 2, "variance")).toBeCloseTo(1.25 / 26.25, 15);
  });

  it("notice a constant truth whose mean is not exact in floating point", () => {
    const tenth = new Array<number>(10).fill(0.1);
    expect(throwsCode(() => r2(tenth, truth.concat(truth, [1, 2])))).toBe("METRIC_CONSTANT_TRUTH");
  });

  it("notice a truth that is constant where the weights are above 0", () => {
    expect(throwsCode(() => r2(truth, truth, [0, 1, 0, 0]))).toBe("METRIC_CONSTANT_TRUTH");
  });
});

describe("correlations", () => {
  for (const [name, metric] of Object.entries(correlations)) {
    it(`${name} is 1 for a rising line, -1 for a falling one, 0 for a constant prediction`, () => {
      expect(metric(truth, [10, 20, 30, 40])).toBeCloseTo(1, 15);
      expect(metric(truth, [4, 3, 2, 1])).toBeCloseTo(-1, 15);
      expect(metric(truth, [0.1, 0.1, 0.1, 0.1])).toBe(0);
    });
  }

  it("of ranks see no difference between a line and a curve that rises", () => {
    const curve = truth.map((value) => Math.exp(3 * value));
    expect(pearson(truth, curve)).toBeLessThan(0.8);
    expect(spearman(truth, curve)).toBeCloseTo(1, 15);
    expect(kendallTauB(truth, curve)).toBe(1);
  });

  it("count pairs: 5 in order against 1 is a tau of 2/3", () => {
    expect(kendallTauB(truth, [1, 3, 2, 4])).toBeCloseTo(2 / 3, 15);
  });
});

describe("all of them", () => {
  for (const [name, metric] of Object.entries({ ...shares, ...correlations })) {
    it(`${name} refuses a constant truth and a single row`, () => {
      expect(throwsCode(() => metric([2, 2, 2], [1, 2, 3]))).toBe("METRIC_CONSTANT_TRUTH");
      expect(throwsCode(() => metric([2], [1]))).toBe("METRIC_TOO_FEW");
    });
  }

  for (const [name, metric] of Object.entries({ ...errors, ...shares, ...correlations })) {
    it(`${name} refuses NaN, infinity, nothing and a wrong length`, () => {
      expect(throwsCode(() => metric(truth, [1, 2, NaN, 4]))).toBe("METRIC_NOT_FINITE");
      expect(throwsCode(() => metric(truth, [1, 2, Infinity, 4]))).toBe("METRIC_NOT_FINITE");
      expect(throwsCode(() => metric([1, 2, NaN, 4], truth))).toBe("METRIC_TRUTH_NOT_FINITE");
      expect(throwsCode(() => metric([], []))).toBe("METRIC_EMPTY");
      expect(throwsCode(() => metric(truth, [1, 2, 3]))).toBe("METRIC_LENGTH");
    });
  }
});
