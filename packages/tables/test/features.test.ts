import { describe, expect, test } from "vitest";
import { align, bin, features, featuresTable } from "../src/index.ts";

const time = Float64Array.from({ length: 300 }, (_, i) => i / 30);
const ramps = Float64Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? i / 2 : -i));
const windows = align({ time, data: ramps, columns: ["up", "down"] }, [1, 2]);

describe("features", () => {
  test("are the mean after minus the mean before the event, a window and column", () => {
    const found = features(windows);
    // Frames e .. e + 29 have the mean e + 14.5, frames e - 15 .. e - 1 the mean e - 8; `down` is -2 i - 1.
    expect([...found.data]).toEqual([22.5, -45, 22.5, -45]);
    expect(found).toMatchObject({ count: 2, columns: ["up", "down"] });
  });

  test("leave NaN out and are NaN where nothing is left", () => {
    const data = ramps.slice().fill(NaN, 2 * 20, 2 * 30);
    const some = align({ time, data, columns: ["up", "down"] }, [1]);
    expect(features(some).data[0]).toBe(44.5 - 17);
    expect(features(some, { baseline: [-0.3, 0] }).data[0]).toBeNaN();
  });

  test("of another range, without a baseline, are plain means", () => {
    expect([...features(windows, { range: [0, 0.1], baseline: null }).data]).toEqual([31, -63, 61, -123]);
    expect(() => features(windows, { range: [0, 1.1] })).toThrow(/\[0, 1.1\) s/);
  });

  test("are a table, a row a window, that knows its event", () => {
    const kept = align({ time, data: ramps, columns: ["up", "down"] }, [0, 1]);
    expect(featuresTable(features(kept)).objects()).toEqual([{ event: 1, up: 22.5, down: -45 }]);
  });
});

describe("binned windows", () => {
  test("hold the means of whole bins, the event between two of them", () => {
    const binned = bin(windows, { binFrames: 5 });
    expect(binned).toMatchObject({ count: 2, samples: 9, samplesBefore: 3, rateHz: 6 });
    expect(binned.data[2 * 3]).toBe(32); // frames 30 .. 34 of `up`
    expect(binned.data[2 * 2]).toBe(27); // frames 25 .. 29
    expect(binned.data[2 * (9 + 3) + 1]).toBe(-125); // second window, `down`
    expect(binned.time[3]).toBeCloseTo(2 / 30, 12);
  });

  test("give the same features as the windows they are of", () => {
    expect([...features(bin(windows, { binFrames: 5 })).data]).toEqual([...features(windows).data]);
  });

  test("of a width that straddles the event are refused", () => {
    for (const binFrames of [2, 0, -5, 2.5, 30, NaN]) {
      expect(() => bin(windows, { binFrames })).toThrow(/do not split into bins/);
    }
  });
});
