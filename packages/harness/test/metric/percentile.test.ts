import { describe, expect, it } from "vitest";
import { percentile } from "../../src/metric/percentile.ts";
import { averageRanks } from "../../src/metric/ranks.ts";
import { throwsCode } from "./throws-code.ts";

describe("percentile", () => {
  it("meets both ends and interpolates between", () => {
    expect(percentile([3, 1, 2], 0)).toBe(1);
    expect(percentile([3, 1, 2], 100)).toBe(3);
    expect(percentile([3, 1, 2], 50)).toBe(2);
    expect(percentile([10, 20], 25)).toBe(12.5);
    expect(percentile([5], 97.5)).toBe(5);
  });

  it("refuses no values and NaN", () => {
    expect(throwsCode(() => percentile([], 50))).toBe("METRIC_EMPTY");
    expect(throwsCode(() => percentile([1, NaN], 50))).toBe("METRIC_NOT_FINITE");
    expect(() => percentile([1], 101)).toThrow(RangeError);
  });
});

describe("averageRanks", () => {
  it("shares the mean rank between ties", () => {
    expect([...averageRanks([10, 30, 20, 30])]).toEqual([1, 3.5, 2, 3.5]);
  });
});
