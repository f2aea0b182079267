import fc from "fast-check";
import { expect, test } from "vitest";
import { naturalLog } from "../../src/metric/natural-log.ts";

test("agrees with Math.log to two units in the last place, over all positive numbers", () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      const expected = Math.log(x);
      expect(Math.abs(naturalLog(x) - expected)).toBeLessThanOrEqual(
        2 * Number.EPSILON * Math.max(Math.abs(expected), Number.MIN_VALUE),
      );
    }),
    { numRuns: 2000 },
  );
});

test("is exact where it can be, and keeps its digits beside 1", () => {
  expect(naturalLog(1)).toBe(0);
  expect(naturalLog(2)).toBe(Math.LN2);
  expect(naturalLog(0.5)).toBe(-Math.LN2);
  expect(naturalLog(1 - Number.EPSILON)).toBe(Math.log(1 - Number.EPSILON));
});
