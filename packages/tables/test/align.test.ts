import fc from "fast-check";
import { isBraidynError } from "@braidyn/core";
import { describe, expect, test } from "vitest";
import { align, alignFrames, type Alignable } from "../src/index.ts";

/** Value i at time `start` + i / `rateHz`. */
function ramp(length: number, rateHz = 30, start = 0): Alignable {
  return {
    time: Float64Array.from({ length }, (_, i) => start + i / rateHz),
    data: Float64Array.from({ length }, (_, i) => i),
  };
}

/** The dataset's clock: float32 on a 0.2 ms grid from 5.21 s, steps of 0.0332 and 0.0334 s. */
function datasetClock(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => Math.fround(5.21 + Math.round(i / 30 / 0.0002) * 0.0002));
}

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isBraidynError(error)) return error.code;
    throw error;
  }
  return null;
};

describe("a window", () => {
  test("of 0.5 s before and 1 s after at 30 Hz is 15 and 30 samples, sample 15 the event's", () => {
    const windows = align(ramp(100), [1], { beforeSeconds: 0.5, afterSeconds: 1 });
    expect(windows).toMatchObject({ count: 1, samples: 45, samplesBefore: 15, columns: ["value"] });
    expect([...windows.data]).toEqual(Array.from({ length: 45 }, (_, s) => 15 + s));
    expect(windows.time[15]).toBe(0);
    expect(windows.time[0]).toBeCloseTo(-0.5, 12);
    expect([...windows.frames]).toEqual([30]);
  });

  test("has 45 samples at any rate that the dataset's clocks come out at", () => {
    fc.assert(
      fc.property(fc.double({ min: 29.8, max: 30.2, noNaN: true }), (rateHz) => {
        expect(align(ramp(100, rateHz), [1.5], { beforeSeconds: 0.5, afterSeconds: 1 }).samples).toBe(45);
      }),
    );
    const time = datasetClock(5000);
    const windows = align({ time, data: time }, [20, 30.0001, 50], { beforeSeconds: 0.5, afterSeconds: 1 });
    expect(windows).toMatchObject({ samples: 45, samplesBefore: 15, count: 3 });
  });

  test("keeps the columns of its series together", () => {
    const time = Float64Array.from([0, 1, 2, 3]);
    const dff = { time, data: Float64Array.from([0, 10, 1, 11, 2, 12, 3, 13]), regions: ["MOs_l", "MOs_r"] };
    const windows = align(dff, [1, 2], { beforeSeconds: 1, afterSeconds: 1 });
    expect(windows.columns).toEqual(["MOs_l", "MOs_r"]);
    expect([...windows.data]).toEqual([0, 10, 1, 11, 1, 11, 2, 12]);
  });

  test("of float32 data is float32, of anything else float64", () => {
    const { time } = ramp(10, 1);
    const cut = (data: Alignable["data"]) =>
      align({ time, data }, [5], { beforeSeconds: 1, afterSeconds: 1 }).data;
    expect(cut(new Float32Array(10))).toBeInstanceOf(Float32Array);
    expect(cut(new Float64Array(10))).toBeInstanceOf(Float64Array);
    expect(cut(new Uint8Array(10))).toBeInstanceOf(Float64Array);
  });
});

describe("an event", () => {
  test("belongs to the nearest frame, of two equally near ones to the earlier", () => {
    const series = ramp(20, 1, 100);
    const { frames } = align(series, [105.4, 105.5, 105.6, 106], { beforeSeconds: 1, afterSeconds: 1 });
    expect([...frames]).toEqual([5, 5, 6, 6]);
  });

  test("in the dataset's clock lands within half a step, whatever its time", () => {
    const time = datasetClock(2000);
    fc.assert(
      fc.property(fc.double({ min: 10, max: 60, noNaN: true }), (seconds) => {
        const [frame] = align({ time, data: time }, [seconds]).frames;
        const off = time.map((t) => Math.abs(t - seconds));
        expect(off[frame as number]).toBe(Math.min(...off));
      }),
    );
  });

  test("is kept exactly when its whole window is in the recording", () => {
    const windows = align(ramp(10, 1), [0, 1, 2, 7, 8, 9], { beforeSeconds: 2, afterSeconds: 2 });
    expect([...windows.kept]).toEqual([2, 3, 4]);
    expect([...windows.dropped]).toEqual([0, 1, 5]);
    expect([...windows.frames]).toEqual([2, 7, 8]);
  });

  test("outside the recording is dropped even when its window has no length before it", () => {
    const options = { beforeSeconds: 0, afterSeconds: 1 };
    expect([...align(ramp(10, 1), [-0.4, -0.6, 9.4, 9.6], options).kept]).toEqual([0, 2]);
  });

  test("without a time (NaN: no pull) is dropped", () => {
    expect([...align(ramp(100), [NaN, 1.5, NaN]).dropped]).toEqual([0, 2]);
  });

  test("whose window spans a gap in the clock is dropped", () => {
    const { data } = ramp(60, 10);
    const time = Float64Array.from({ length: 60 }, (_, i) => i / 10 + (i >= 30 ? 5 : 0));
    const options = { beforeSeconds: 0.5, afterSeconds: 1, rateHz: 10 };
    expect([...align({ time, data, rateHz: 10 }, [1, 2, 2.5, 9], options).kept]).toEqual([0, 1, 3]);
  });

  test("given as a frame makes the same window as given by its time", () => {
    const time = datasetClock(300);
    const series = { time, data: time };
    const frames = [0, 20, 150, 280, 299];
    const times = frames.map((frame) => time[frame] as number);
    expect(alignFrames(series, frames)).toEqual(align(series, times));
    expect([...alignFrames(series, [-5, 100, 1000]).dropped]).toEqual([0, 2]);
  });

  test("makes no window where there are no events", () => {
    expect(align(ramp(100), [])).toMatchObject({ count: 0, samples: 45, data: new Float64Array(0) });
  });
});

describe("what cannot be aligned is told", () => {
  test.each([
    [
      "data of another length",
      "TABLE_SHAPE",
      () => align({ time: ramp(5).time, data: new Float64Array(9) }, [1]),
    ],
    ["a rate that is not the clock's", "TABLE_RATE", () => align(ramp(100), [1], { rateHz: 100 })],
    ["a clock without a rate", "TABLE_RATE", () => align(ramp(1), [0])],
    ["a negative length", "TABLE_OPTION", () => align(ramp(100), [1], { afterSeconds: -1 })],
    ["a length of NaN", "TABLE_OPTION", () => align(ramp(100), [1], { beforeSeconds: NaN })],
    ["no length", "TABLE_OPTION", () => align(ramp(100), [1], { beforeSeconds: 0, afterSeconds: 0 })],
    ["times in place of frames", "TABLE_FRAME", () => alignFrames(ramp(100), [12, 12.5])],
  ])("%s", (_, code, run) => {
    expect(codeOf(run)).toBe(code);
  });
});
