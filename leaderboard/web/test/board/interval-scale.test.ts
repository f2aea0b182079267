import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalScale } from "../../src/board/interval-scale.ts";
import { control, entry } from "./boards.ts";

test("every interval lies on the line, its numbers are round", () => {
  const entries = [entry("a", 0.8, { low: 0.75, high: 0.86 }), entry("b", 0.6)];
  const scale = intervalScale({ entries, controls: [control("shuffled", 0.5)] });
  expect(scale?.ticks).toEqual([0.6, 0.8]);
  for (const value of [0.5, 0.6, 0.75, 0.86]) {
    expect(scale?.position(value)).toBeGreaterThanOrEqual(0);
    expect(scale?.position(value)).toBeLessThanOrEqual(100);
  }
});

test("no score, no line; one score stands in the middle", () => {
  expect(intervalScale({ entries: [entry("a", null)], controls: [] })).toBeNull();
  expect(intervalScale({ entries: [entry("a", 0.7)], controls: [] })?.position(0.7)).toBeCloseTo(50);
});

test("any scores give a line with one to five numbers on it", () => {
  const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 50 }), (scores) => {
      const scale = intervalScale({ entries: scores.map((each, i) => entry(String(i), each)), controls: [] });
      const positions = scale?.ticks.map(scale.position) ?? [];
      expect(positions.every((each) => each >= -1e-6 && each <= 100 + 1e-6)).toBe(true);
      expect(positions.length).toBeLessThanOrEqual(5);
    }),
  );
});
