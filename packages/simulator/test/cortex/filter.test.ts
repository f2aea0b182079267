import { expect, test } from "vitest";
import { bandPass } from "../../src/cortex/filter.ts";

function wave(hz: number, seconds = 600): Float64Array {
  return Float64Array.from({ length: 30 * seconds }, (_, i) => Math.sin((2 * Math.PI * hz * i) / 30));
}

/** Over the middle, away from the ends. */
function amplitude(signal: Float64Array): number {
  const middle = signal.subarray(signal.length / 4, (3 * signal.length) / 4);
  return Math.sqrt((2 * middle.reduce((sum, x) => sum + x * x, 0)) / middle.length);
}

test.each([0.05, 0.5, 5])("%f Hz passes unchanged and without delay", (hz) => {
  const input = wave(hz);
  const output = bandPass(input);
  const middle = input.length / 2;
  expect(amplitude(output)).toBeCloseTo(1, 2);
  for (let i = middle; i < middle + 30; i++) expect(output[i]).toBeCloseTo(input[i]!, 1);
});

test.each([0.002, 13])("%f Hz is taken out", (hz) => {
  expect(amplitude(bandPass(wave(hz, 3000)))).toBeLessThan(0.01);
});

test("a constant is taken out from the first sample on", () => {
  expect(Math.max(...bandPass(new Float64Array(1000).fill(3)).map(Math.abs))).toBeLessThan(1e-6);
});
