import { describe, expect, test } from "vitest";
import { align, peth, pethTable, windowsTable, type Windows } from "../src/index.ts";

/** Windows of one column at 1 Hz, one row a window, the event at sample `samplesBefore`. */
function windowsOf(rows: number[][], samplesBefore = 1): Windows {
  const samples = rows[0]?.length ?? 0;
  return {
    data: Float64Array.from(rows.flat()),
    count: rows.length,
    samples,
    samplesBefore,
    columns: ["MOs_l"],
    time: Float64Array.from({ length: samples }, (_, s) => s - samplesBefore),
    rateHz: 1,
    kept: Int32Array.from(rows.keys()),
    dropped: new Int32Array(0),
    frames: Int32Array.from(rows.keys()),
  };
}

describe("a PETH", () => {
  test("is mean, standard error (ddof 1) and n over windows", () => {
    const { mean, sem, n } = peth(
      windowsOf([
        [1, 2],
        [3, 4],
        [5, 9],
      ]),
      { baseline: null },
    );
    expect([...mean]).toEqual([3, 5]);
    expect(sem[0]).toBeCloseTo(2 / Math.sqrt(3), 14); // std([1, 3, 5], ddof=1) = 2
    expect(sem[1]).toBeCloseTo(Math.sqrt(13) / Math.sqrt(3), 14); // std([2, 4, 9], ddof=1) = sqrt(13)
    expect([...n]).toEqual([3, 3]);
  });

  test("takes each window's own baseline off", () => {
    const { mean, sem } = peth(
      windowsOf([
        [10, 11],
        [20, 23],
      ]),
      { baseline: [-1, 0] },
    );
    expect([...mean]).toEqual([0, 2]);
    expect([...sem]).toEqual([0, 1]);
  });

  test("leaves NaN out of the baseline, the mean and n", () => {
    const windows = windowsOf(
      [
        [NaN, 10, 11],
        [20, 22, NaN],
        [NaN, NaN, 5],
      ],
      2,
    );
    const { mean, sem, n } = peth(windows, { baseline: [-2, 0] });
    expect([...n]).toEqual([1, 2, 1]);
    expect([...mean]).toEqual([-1, 0.5, 1]);
    expect(sem[1]).toBeCloseTo(0.5, 14);
  });

  test("of one window has no standard error, of none no mean either", () => {
    const one = peth(windowsOf([[1, 2]]), { baseline: null });
    expect([...one.mean]).toEqual([1, 2]);
    expect([...one.sem]).toEqual([NaN, NaN]);
    const none = peth(
      align({ time: new Float64Array(9).map((_, i) => i), data: new Float64Array(9) }, [], {
        afterSeconds: 2,
      }),
      {
        baseline: null,
      },
    );
    expect([...none.mean]).toEqual([NaN, NaN, NaN]);
    expect([...none.n]).toEqual([0, 0, 0]);
  });

  test("keeps its precision on a large offset", () => {
    const { sem } = peth(
      windowsOf([
        [1e9, 1e9 + 1],
        [1e9, 1e9 + 2],
        [1e9, 1e9 + 3],
      ]),
      { baseline: null },
    );
    expect(sem[1]).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  test("with a baseline outside the windows says how far these reach", () => {
    expect(() => peth(windowsOf([[1, 2]]), { baseline: [-3, 0] })).toThrow(
      "[-3, 0) s holds no whole sample of [-1, 1) s",
    );
    expect(() => peth(windowsOf([[1, 2]]), { baseline: [0, -1] })).toThrow(/\[0, -1\)/);
  });

  test("is a tidy table, a row a sample and region", () => {
    const time = Float64Array.from([0, 1, 2, 3]);
    const dff = { time, data: Float64Array.from([0, 10, 1, 12, 2, 14, 3, 16]), regions: ["MOs_l", "MOs_r"] };
    const windows = align(dff, [1, 2], { beforeSeconds: 1, afterSeconds: 1 });
    expect(pethTable(peth(windows, { baseline: [-1, 0] })).objects()).toEqual([
      { region: "MOs_l", time: -1, mean: 0, sem: 0, n: 2 },
      { region: "MOs_r", time: -1, mean: 0, sem: 0, n: 2 },
      { region: "MOs_l", time: 0, mean: 1, sem: 0, n: 2 },
      { region: "MOs_r", time: 0, mean: 2, sem: 0, n: 2 },
    ]);
    expect(windowsTable(windows).objects({ limit: 3 })).toEqual([
      { event: 0, time: -1, MOs_l: 0, MOs_r: 10 },
      { event: 0, time: 0, MOs_l: 1, MOs_r: 12 },
      { event: 1, time: -1, MOs_l: 1, MOs_r: 12 },
    ]);
  });
});
