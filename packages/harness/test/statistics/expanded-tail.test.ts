import { describe, expect, it } from "vitest";
import { expandedTail } from "../../src/statistics/expanded-tail.ts";
import { normalTail } from "../../src/statistics/normal-tail.ts";
import { studentQuantile, studentTail } from "../../src/statistics/student-t.ts";

describe("the distributions behind intervals", () => {
  it("have SciPy's quantiles of Student's t", () => {
    // scipy.stats.t.isf(0.025, n)
    const known = [
      [1, 12.706204736174705],
      [2, 4.302652729749464],
      [7, 2.3646242515927844],
      [24, 2.063898561628026],
      [374, 1.9663271832585476],
    ] as const;
    for (const [freedom, t] of known) {
      expect(studentQuantile(0.025, freedom) / t).toBeCloseTo(1, 10);
      expect(studentTail(t, freedom)).toBeCloseTo(0.025, 12);
    }
  });

  it("have SciPy's tails of the normal distribution", () => {
    // scipy.stats.norm.sf
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(1)).toBeCloseTo(0.15865525393145707, 12);
    expect(normalTail(1.96)).toBeCloseTo(0.024997895148220435, 12);
    expect(normalTail(5)).toBeCloseTo(2.866515718791933e-7, 13);
    expect(normalTail(40)).toBe(0);
  });
});

describe("expandedTail", () => {
  it("leaves out less than the percentiles for few subjects, and the same for many", () => {
    expect(expandedTail(8, 0.95)).toBeCloseTo(0.005737520517, 9);
    expect(expandedTail(25, 0.95)).toBeCloseTo(0.017582309108, 9);
    expect(expandedTail(100_000, 0.95)).toBeCloseTo(0.025, 5);
  });

  it("keeps all resamples of one subject", () => {
    expect(expandedTail(1, 0.95)).toBe(0);
  });

  it("refuses levels that make no sense", () => {
    expect(() => expandedTail(8, 1)).toThrow(RangeError);
    expect(() => expandedTail(8, NaN)).toThrow(RangeError);
  });
});
