import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { binRows } from "../src/reduce/bin-rows.ts";
import { palettePng } from "../src/reduce/palette-png.ts";
import { reduceCurve } from "../src/reduce/reduce-curve.ts";
import { reduceLine } from "../src/reduce/reduce-line.ts";
import { reducePath } from "../src/reduce/reduce-path.ts";
import { outline } from "../src/outline.ts";
import { quantile } from "../src/quantile.ts";
import { openFont } from "../src/render/font-metrics.ts";
import { bundledFont } from "../src/render/font.ts";
import { clock, wave } from "./examples.ts";

describe("reduceLine", () => {
  test("keeps the extremes of every stretch, and the ends", () => {
    const values = wave(54_000, 11);
    values[12_345] = 9;
    values[23_456] = -9;
    const reduced = reduceLine(clock(54_000), values, 500);
    expect(reduced.time.length).toBeLessThanOrEqual(2000);
    expect([Math.max(...reduced.values), Math.min(...reduced.values)]).toEqual([9, -9]);
    expect([reduced.time[0], reduced.time.at(-1)]).toEqual([clock(54_000)[0], clock(54_000).at(-1)]);
    expect([...reduced.time].every((t, i, all) => i === 0 || t > (all[i - 1] as number))).toBe(true);
  });

  test("breaks where there is no value for a whole stretch", () => {
    const values = wave(10_000).fill(NaN, 3000, 6000);
    const { values: kept } = reduceLine(clock(10_000), values, 100);
    expect(kept.some(Number.isNaN)).toBe(true);
    expect(kept.filter((value) => Number.isNaN(value)).length).toBeLessThan(40);
  });

  test("leaves short lines as they are", () => {
    expect(reduceLine([1, 2], [NaN, 3], 100)).toEqual({
      time: Float64Array.of(1, 2),
      values: Float64Array.of(NaN, 3),
    });
  });
});

test("binRows averages what there is", () => {
  const { bins, data } = binRows([1, 10, 3, NaN, 5, NaN, NaN, NaN], 2, 2);
  expect(bins).toBe(2);
  expect([...data]).toEqual([2, 10, 5, NaN]);
  expect(binRows([1, 2], 1, 9).bins).toBe(2);
});

test("palettePng is a PNG that a decoder reads pixel for pixel, also beyond one stored block", () => {
  const [width, height] = [700, 101];
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => i % 3);
  const url = palettePng(pixels, width, height, [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ]);
  const png = PNG.sync.read(Buffer.from(url.split(",")[1] as string, "base64"), { checkCRC: true });
  expect([png.width, png.height]).toEqual([width, height]);
  const shown = pixels.map((_, i) => [0, 1, 2].findIndex((channel) => png.data[4 * i + channel] === 255));
  expect(Buffer.compare(shown, pixels)).toBe(0);
});

test("reduceCurve keeps corners and leaves out what lies on a line", () => {
  expect(reduceCurve([0, 0, 0, 0.5, 1], [0, 0.5, 1, 1, 1], 0.001)).toEqual([0, 2, 4]);
  expect(reduceCurve([], [], 0.1)).toEqual([]);
  expect(reduceCurve([0], [0], 0.1)).toEqual([0]);
});

describe("reducePath", () => {
  test("leaves out points that did not move, and breaks at gaps", () => {
    expect(reducePath([0, 0.1, 5, NaN, NaN, 9], [0, 0, 0, NaN, NaN, 0], 1, 100)).toEqual([0, 2, 3, 5]);
  });

  test("never gives more than it may, whatever the path", () => {
    const jumps = Float64Array.from({ length: 50_000 }, (_, i) => (i % 2) * 1e9);
    expect(reducePath(jumps, jumps, 1, 1000).length).toBeLessThanOrEqual(1000);
    const gaps = Float64Array.from({ length: 50_000 }, (_, i) => (i % 2 ? NaN : i));
    expect(reducePath(gaps, gaps, 1, 1000).length).toBeLessThanOrEqual(1000);
  });
});

describe("outline", () => {
  const area = (ring: readonly (readonly [number, number])[]) =>
    Math.abs(
      ring.slice(1).reduce((sum, [x, y], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)), 0),
    ) / 2;

  test("of a square is one closed line around it", () => {
    const [ring = [], ...others] = outline(new Uint8Array(100).fill(1), 10, 10);
    expect(others).toEqual([]);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(area(ring)).toBeCloseTo(100 - 4 * 0.125, 6);
  });

  test("of a ring are two lines, of two parts too, of nothing none", () => {
    const ring = [1, 1, 1, 1, 0, 1, 1, 1, 1];
    expect(outline(ring, 3, 3)).toHaveLength(2);
    expect(outline([1, 0, 1], 3, 1)).toHaveLength(2);
    expect(outline([1, 0, 0, 1], 2, 2).length).toBeGreaterThanOrEqual(1);
    expect(outline([0, 0], 2, 1)).toEqual([]);
  });
});

test("quantile is numpy's", () => {
  expect(quantile([4, 1, NaN, 3, 2], 0.25)).toBe(1.75);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

describe("openFont", () => {
  test("knows that a kanji is as wide as it is high, and an i narrower than an m", () => {
    const { metrics } = bundledFont();
    expect(metrics.width("学習", 10)).toBe(20);
    expect(metrics.width("i", 10)).toBeLessThan(metrics.width("m", 10));
    expect(metrics.width("", 10)).toBe(0);
  });

  test("says what a file that is no font lacks", () => {
    expect(() => openFont(new Uint8Array(64))).toThrow(/no table/);
  });
});
