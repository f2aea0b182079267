import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onsets, type OnsetOptions } from "../src/index.ts";

/** `"..###."` as a 0/1 signal, `?` as NaN. */
const signal = (drawn: string) =>
  Float64Array.from(drawn, (letter) => (letter === "?" ? NaN : letter === "#" ? 1 : 0));
const found = (drawn: string, options: OnsetOptions = { refractoryFrames: 0 }) => [
  ...onsets(signal(drawn), options),
];

describe("onsets worked by hand", () => {
  test.each([
    ["nothing in nothing", "", []],
    ["nothing where the signal is never on", "......", []],
    ["the first frame that is on", "..###..", [2]],
    ["no onset where the recording begins on", "###...###", [6]],
    ["a gap of 2 frames is filled", "..###..###", [2]],
    ["a gap of 3 frames is not", "..###...###", [2, 8]],
    ["a blip of 2 frames is dropped", "..##...###", [7]],
    ["a blip of 3 frames is not", "..###....", [2]],
    ["gaps are filled before blips are dropped", "..#.#..#...", [2]],
    ["a filled gap can reach back to the beginning", "#..####....###", [11]],
    ["a stretch cut off by the end counts as long as it was seen", "....##", []],
    ["NaN is off", "???###??###", [3]],
    ["a long NaN stretch parts two on stretches", ".###???###", [1, 7]],
  ])("%s: %s", (_, drawn, frames) => {
    expect(found(drawn)).toEqual(frames);
  });

  test("the refractory period is counted from the last accepted onset", () => {
    const drawn = ".###...###...###...###"; // rises at 1, 7, 13, 19
    expect(found(drawn, { refractoryFrames: 6 })).toEqual([1, 7, 13, 19]);
    expect(found(drawn, { refractoryFrames: 7 })).toEqual([1, 13]);
    expect(found(drawn, { refractoryFrames: 13 })).toEqual([1, 19]);
  });

  test("an onset 30 frames after the last one is accepted, one 29 frames after is not", () => {
    const rises = (gap: number) => `.###${".".repeat(gap - 3)}###`;
    expect(found(rises(30), {})).toEqual([1, 31]);
    expect(found(rises(29), {})).toEqual([1]);
  });

  test("an analogue signal is on above the threshold, not at it", () => {
    const lever = [0, 0.5, 0.9, 1, 1.1, 2, 2, 0];
    expect([...onsets(lever, { threshold: 1 })]).toEqual([4]);
    expect([...onsets(lever, { threshold: 1, dropFrames: 3 })]).toEqual([]);
  });

  test("options that are no number of frames are named", () => {
    expect(() => onsets([], { fillFrames: -1 })).toThrow(/fillFrames is -1/);
    expect(() => onsets([], { dropFrames: 0.5 })).toThrow(/dropFrames is 0.5/);
    expect(() => onsets([], { threshold: NaN })).toThrow(/threshold is NaN/);
  });
});

describe("onsets of any signal", () => {
  const anySignal = fc.array(fc.constantFrom(0, 0, 1, 1, NaN), { maxLength: 300 });
  const frames = fc.nat({ max: 8 });

  test("are on frames after off frames, ascending and at least the refractory period apart", () => {
    fc.assert(
      fc.property(anySignal, frames, frames, fc.nat({ max: 40 }), (values, fillFrames, dropFrames, apart) => {
        const at = onsets(values, { fillFrames, dropFrames, refractoryFrames: apart });
        at.forEach((frame, i) => {
          expect(values[frame]).toBe(1);
          expect(values[frame - 1]).not.toBe(1);
          expect(frame).toBeGreaterThan(0);
          if (i > 0) expect(frame - (at[i - 1] as number)).toBeGreaterThanOrEqual(Math.max(apart, 1));
        });
      }),
    );
  });

  test("agree with filling and dropping done frame by frame", () => {
    fc.assert(
      fc.property(anySignal, frames, frames, (values, fillFrames, dropFrames) => {
        const on = values.map((value) => value > 0.5);
        const clean = flip(flip(on, false, fillFrames, true), true, dropFrames, false);
        const rises = clean.flatMap((now, i) => (i > 0 && now && !clean[i - 1] ? [i] : []));
        expect([...onsets(values, { fillFrames, dropFrames, refractoryFrames: 0 })]).toEqual(rises);
      }),
    );
  });

  test("stay where they are when the signal is scaled together with its threshold", () => {
    fc.assert(
      fc.property(anySignal, (values) => {
        const scaled = values.map((value) => value * 8);
        expect(onsets(scaled, { threshold: 4 })).toEqual(onsets(values));
      }),
    );
  });
});

/** Turns over every run of `value` of at most `frames`; `inside`: only those with other frames on both sides. */
function flip(on: readonly boolean[], value: boolean, frames: number, inside: boolean): boolean[] {
  const out = [...on];
  for (let start = 0, end; start < on.length; start = end) {
    end = start;
    while (end < on.length && on[end] === on[start]) end++;
    const isInside = start > 0 && end < on.length;
    if (on[start] === value && end - start <= frames && (isInside || !inside)) out.fill(!value, start, end);
  }
  return out;
}
