import { expect, test } from "vitest";
import { frameAtOrAfter, frameTick, frameTicks, secondsOf, videoTicks } from "../src/clock.ts";

test("imaging frames start at 5.2118 s with steps of 0.0332 and 0.0334 s, in float32", () => {
  const time = secondsOf(frameTicks(4));
  expect(Array.from(time)).toEqual([5.2118, 5.245, 5.2784, 5.3118].map(Math.fround));
});

test("60 frames take exactly 2 s wherever they begin", () => {
  for (const frame of [0, 1, 2, 53_000]) expect(frameTick(frame + 60) - frameTick(frame)).toBe(10_000);
});

test("frameAtOrAfter finds the first frame that is not before a tick", () => {
  for (let tick = 25_000; tick < 30_000; tick += 7) {
    const frame = frameAtOrAfter(tick);
    expect(frameTick(frame)).toBeGreaterThanOrEqual(tick);
    if (frame > 0) expect(frameTick(frame - 1)).toBeLessThan(tick);
  }
});

test("the videos cover the imaging at about 100 Hz", () => {
  const video = videoTicks(54_000);
  expect(video[0]).toBeLessThan(frameTick(0));
  expect(video.at(-1)).toBeGreaterThan(frameTick(53_999));
  expect((video.length - 1) / ((video.at(-1)! - video[0]!) / 5000)).toBeCloseTo(100.9, 1);
});
