import { describe, expect, test } from "vitest";
import {
  boardProgressPlot,
  calibrationBins,
  calibrationPlot,
  cortexMapPlot,
  heatmapPlot,
  keypointsPlot,
  mouseDotsPlot,
  pethPlot,
  rasterPlot,
  rocPlot,
  stripPlot,
} from "@braidyn/plots";
import { render } from "@braidyn/plots/render";
import { clock, examples, masks, peth, regions, regionSeries, wave } from "./examples.ts";
import { validate } from "./schema.ts";

/** The lines of text that an SVG shows. */
const textsOf = (svg: string) => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text);
const draw = async (spec: Parameters<typeof render>[0]) => String(await render(spec, "svg"));
const coded = (code: string) => expect.objectContaining({ code }) as Error;

/** What each plot must say in each language. */
const said: Record<string, readonly [en: readonly string[], ja: readonly string[]]> = {
  strip: [
    ["Lever (mm)", "Time from cue (s)", "Lick", "AUDp_l"],
    ["レバー（mm）", "合図からの時間（秒）"],
  ],
  heatmap: [
    ["dF/F (fraction)", "Time (s)", ...regions],
    ["dF/F（比）", "時刻（秒）"],
  ],
  peth: [["dF/F (fraction)", "success (n = 3)", ...regions], ["イベントからの時間（秒）"]],
  raster: [
    ["Success", "n = 2", "No response", "Lick"],
    ["成功", "試行数 2", "反応なし"],
  ],
  "learning-curve": [["Learning curves", "Day of training"], ["訓練日（日目）"]],
  "cortex-map": [["Cortex map", "MOp"], ["dF/F（比）"]],
  keypoints: [["x (px)", "y (px)", "rightpawcenter"], ["x（画素）"]],
  roc: [["linear (AUC 0.714)", "False positive rate"], ["偽陽性率"]],
  calibration: [["Predicted probability", "Rows"], ["予測確率"]],
  "mouse-dots": [["constant", "linear", "Score"], ["スコア"]],
  "board-progress": [["neurons", "levers", "Submitted"], ["提出時刻"]],
};

describe.each(Object.entries(examples))("%s", (kind, example) => {
  test("keeps to vega-lite's schema and compiles without a warning", () => {
    expect(validate(example())).toEqual([]);
    expect(validate(example({ language: "ja", title: "", width: 900, height: 500 }))).toEqual([]);
  });

  test("says what it shows, in English and Japanese", async () => {
    const [english, japanese] = said[kind] ?? [[], []];
    const shown = textsOf(await draw(example({ source: "VG1-GC#48" })));
    expect(shown).toEqual(expect.arrayContaining([...english, "VG1-GC#48"]));
    expect(textsOf(await draw(example({ language: "ja", title: "私の題" })))).toEqual(
      expect.arrayContaining([...japanese, "私の題"]),
    );
  });

  test("refuses a size that is none", () => {
    for (const width of [0, -1, NaN, Infinity, 1e9])
      expect(() => example({ width })).toThrow(coded("PLOT_OPTION"));
  });
});

describe("heatmap", () => {
  const picture = (svg: string) => /<image[^>]*href="(data:image\/png;base64,[^"]+)"/.exec(svg)?.[1] ?? "";

  test("54,000 frames of 44 regions become a picture of the axes' width", async () => {
    const names = Array.from({ length: 44 }, (_, r) => `R${r}`);
    const svg = await draw(heatmapPlot(regionSeries(54_000, names)));
    const bytes = Buffer.from(picture(svg).split(",")[1] ?? "", "base64");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([760, 44]);
    expect(svg.length).toBeLessThan(200_000);
    expect(textsOf(svg)).toContain("Time (min)");
  });

  test("one region, one sample, a constant and NaN can be drawn", async () => {
    const one = { time: [5], data: [0.1], regions: ["MOp_l"] };
    const constant = { time: clock(90), data: new Float64Array(90), regions: ["MOp_l"] };
    const gaps = { time: clock(90), data: wave(90).map((v, i) => (i % 9 < 4 ? NaN : v)), regions: ["MOp_l"] };
    const nothing = { time: clock(90), data: new Float64Array(90).fill(NaN), regions: ["MOp_l"] };
    for (const series of [one, constant, gaps, nothing]) {
      expect(validate(heatmapPlot(series))).toEqual([]);
      expect(picture(await draw(heatmapPlot(series)))).not.toBe("");
    }
  });

  test("nothing, or arrays that do not fit, are errors", () => {
    expect(() => heatmapPlot({ time: [], data: [], regions })).toThrow(coded("PLOT_NO_SAMPLES"));
    expect(() => heatmapPlot({ time: [1, 2], data: [1], regions: ["a"] })).toThrow(coded("PLOT_SHAPE"));
  });
});

describe("peth", () => {
  test("has a panel a region, the right hemisphere under the left one", async () => {
    const svg = await draw(pethPlot([{ label: "all", peth: peth() }]));
    expect(regions.map((region) => textsOf(svg).filter((text) => text === region).length)).toEqual(
      regions.map(() => 1),
    );
    expect(JSON.stringify(pethPlot([{ label: "all", peth: peth() }]))).toMatch(
      /"region":"MOp_l","row":0,"column":1.*"region":"MOp_r","row":1,"column":1/,
    );
  });

  test("one region and one sample, or NaN in the middle, can be drawn", async () => {
    const gaps = { ...peth(["MOp_l"]), mean: wave(90).map((v, i) => (i > 40 && i < 50 ? NaN : v)) };
    for (const one of [peth(["MOp_l"], 1), gaps])
      expect(validate(pethPlot([{ label: "all", peth: one }]))).toEqual([]);
  });

  test("regions without a hemisphere stand in order", async () => {
    const names = Array.from({ length: 44 }, (_, r) => `R${r}`);
    expect(textsOf(await draw(pethPlot([{ label: "all", peth: peth(names, 10) }])))).toEqual(
      expect.arrayContaining(names),
    );
  });

  test("without a window there is nothing to draw", () => {
    expect(() => pethPlot([])).toThrow(coded("PLOT_NO_WINDOWS"));
    const empty = { ...peth(["a"]), mean: new Float64Array(90).fill(NaN) };
    expect(() => pethPlot([{ label: "all", peth: empty }])).toThrow(coded("PLOT_NO_WINDOWS"));
  });
});

describe("cortex-map", () => {
  test("draws each region once, in the colours of its value, grey where there is none", async () => {
    const values = regions.map((_, r) => (r === 0 ? 1 : r === 1 ? NaN : 0));
    const svg = await draw(cortexMapPlot(masks(), { regions, values }));
    const shapes = [
      ...svg.matchAll(/<path[^>]*d="M[^"]*"[^>]*fill="(#[0-9A-F]{6}|rgb\([\d, ]+\))"[^>]*stroke="white"/g),
    ].map(([, fill]) => fill);
    expect(shapes).toHaveLength(regions.length);
    expect(new Set(shapes).size).toBe(3);
    expect(shapes[1]).toBe("#D9D9D9");
  });

  test("a moving map stands at its strongest frame and tells the page how to play it", () => {
    const values = Float64Array.from([0, 0, 0.1, -0.5, 0, 0.2]);
    const spec = cortexMapPlot(masks(["A", "B"]), {
      regions: ["A", "B"],
      values,
      frames: ["0 s", "1 s", "2 s"],
    });
    expect(spec["usermeta"]).toMatchObject({ braidyn: { animation: { count: 3, start: 1 } } });
    expect(validate(spec)).toEqual([]);
  });

  test("constant values, no values and values from low to high can be drawn", () => {
    for (const values of [
      [1, 1],
      [NaN, NaN],
      [0, 0],
    ])
      for (const colors of ["diverging", "sequential"] as const)
        expect(
          validate(cortexMapPlot(masks(["A", "B"]), { regions: ["A", "B"], values }, { colors })),
        ).toEqual([]);
  });

  test("empty masks, or values that do not fit, are errors", () => {
    const empty = { ...masks(["A"]), data: new Uint8Array(36) };
    expect(() => cortexMapPlot(empty, { regions: ["A"], values: [1] })).toThrow(coded("PLOT_NO_MASKS"));
    expect(() => cortexMapPlot(masks(["A"]), { regions: ["A"], values: [1, 2] })).toThrow(
      coded("PLOT_SHAPE"),
    );
  });
});

describe("strip, raster and keypoints", () => {
  const nothing = { from: 0, to: 1, events: [], lever: null, dff: null };

  test("a strip shows what there is, also a lone lever with gaps", async () => {
    const lever = { time: clock(90), data: wave(90).map((v, i) => (i < 30 ? NaN : v)) };
    const svg = await draw(stripPlot({ ...nothing, from: 5, to: 8, lever }));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(["Lever (mm)", "Time (s)"]));
    expect(() => stripPlot(nothing)).toThrow(coded("PLOT_NO_SAMPLES"));
    expect(() => stripPlot({ ...nothing, from: 5, to: 5, lever })).toThrow(coded("PLOT_NO_SAMPLES"));
  });

  test("a strip of constant dF/F, or of none but NaN, can be drawn", async () => {
    for (const value of [0.1, NaN]) {
      const dff = { time: clock(90), data: new Float64Array(90).fill(value), regions: ["MOp_l"] };
      expect(await draw(stripPlot({ ...nothing, from: 5, to: 8, dff }))).toContain("MOp_l");
    }
  });

  test("a raster has a panel a group, and licks within a pixel once", async () => {
    const svg = await draw((examples["raster"] as () => never)());
    expect(textsOf(svg).filter((text) => /^n = /.test(text ?? ""))).toEqual(["n = 2", "n = 1"]);
    const one = { trial: 0, group: "visual", pulls: [], licks: [1, 1.0001], rewards: [] };
    const spec = JSON.stringify(rasterPlot([one]));
    expect(spec.match(/"what":"Lick"/g)).toHaveLength(1);
    expect(() => rasterPlot([])).toThrow(coded("PLOT_NO_TRIALS"));
  });

  test("unlikely keypoints are left out, and a point never seen is an error", () => {
    const track = {
      name: "nosetip",
      time: clock(4),
      x: [1, 2, 3, 4],
      y: [1, 2, 3, 4],
      likelihood: [1, 0.1, 0.3, 1],
    };
    const written = JSON.stringify(keypointsPlot([track]));
    expect(written).toContain('"value":[1,null,3,4]');
    expect(() => keypointsPlot([{ ...track, likelihood: [0, 0, 0, 0] }])).toThrow(coded("PLOT_NO_POINTS"));
    expect(() => keypointsPlot([])).toThrow(coded("PLOT_NO_POINTS"));
  });

  test("a point that stands still is drawn", () => {
    const still = { name: "nosetip", time: clock(3), x: [1, 1, 1], y: [2, 2, 2] };
    expect(validate(keypointsPlot([still]))).toEqual([]);
  });

  test("54,000 frames are a few thousand points", () => {
    const track = { name: "nosetip", time: clock(54_000), x: wave(54_000), y: wave(54_000, 7) };
    expect(JSON.stringify(keypointsPlot([track])).length).toBeLessThan(300_000);
  });
});

describe("scores", () => {
  test("no entry, no row and no submission are errors", () => {
    expect(() => rocPlot([])).toThrow(coded("PLOT_NO_SCORES"));
    expect(() => mouseDotsPlot([])).toThrow(coded("PLOT_NO_SCORES"));
    expect(() => calibrationPlot([{ name: "a", bins: [] }])).toThrow(coded("PLOT_NO_SCORES"));
    expect(() => boardProgressPlot([{ team: "a", time: "soon", score: 1 }])).toThrow(coded("PLOT_NO_SCORES"));
  });

  test("board progress keeps the best score so far, whichever direction is better", () => {
    const scores = [3, 1, 2].map((score, i) => ({ team: "a", time: i * 1000, score }));
    const steps = (higherIsBetter: boolean) => {
      const { layer } = boardProgressPlot(scores, { higherIsBetter }) as unknown as {
        layer: { data: { values: { score: number }[] } }[];
      };
      return layer[0]?.data.values.map(({ score }) => score).reverse();
    };
    expect(steps(true)).toEqual([3, 3]);
    expect(steps(false)).toEqual([3, 1, 1]);
  });

  test("a millionfold curve is reduced and keeps its ends", () => {
    const x = Float64Array.from({ length: 100_000 }, (_, i) => i / 99_999);
    const written = JSON.stringify(
      rocPlot([{ name: "a", auc: 0.7, falsePositiveRate: x, truePositiveRate: x.map(Math.sqrt) }]),
    );
    expect(written.length).toBeLessThan(20_000);
    expect(written).toMatch(/"x":1,"y":1/);
  });

  test("calibration counts rows by their probability, as scikit-learn does", () => {
    // sklearn.calibration.calibration_curve([0, 0, 0, 0, 1, 1, 1, 1, 1], [.1, .2, .3, .4, .65, .7, .8, .9, 1.], n_bins=3)
    const bins = calibrationBins(
      [0, 0, 0, 0, 1, 1, 1, 1, 1],
      [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1],
      3,
    );
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0.5, 1]);
    expect(bins.map(({ predicted }) => predicted)).toEqual(
      [0.2, 0.525, 0.85].map((v) => expect.closeTo(v, 12) as number),
    );
    expect(bins.map(({ rows }) => rows)).toEqual([3, 2, 4]);
    expect(bins[1]?.low).toBeCloseTo(0.0945, 3);
    expect(bins[1]?.high).toBeCloseTo(0.9055, 3);
  });

  test("a score outside 0 to 1 is no probability", () => {
    expect(() => calibrationBins([0, 1], [0.5, 1.5])).toThrow(coded("PLOT_PROBABILITY"));
    expect(() => calibrationBins([0], [0.5, 0.5])).toThrow(coded("PLOT_SHAPE"));
    expect(calibrationBins([0, 1], [NaN, 1]).map(({ rows }) => rows)).toEqual([1]);
  });
});
