import {
  boardProgressPlot,
  calibrationBins,
  calibrationPlot,
  cortexMapPlot,
  heatmapPlot,
  keypointsPlot,
  learningCurvePlot,
  mouseDotsPlot,
  pethPlot,
  rasterPlot,
  rocPlot,
  stripPlot,
  type PlotOptions,
  type PlotSpec,
} from "@braidyn/plots";

/** n values of a wave. */
export const wave = (n: number, length = 30) =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(i / length) / 10);
export const clock = (n: number) => Float64Array.from({ length: n }, (_, i) => 5.2 + i / 30);

export const areas = ["AUDp", "MOp", "MOs", "VISp"];
export const regions = areas.flatMap((area) => [`${area}_l`, `${area}_r`]);

/** n samples of all regions. */
export const regionSeries = (n: number, names: readonly string[] = regions) => ({
  time: clock(n),
  data: Float64Array.from({ length: n * names.length }, (_, i) => Math.sin(i / 50) / 10),
  regions: names,
});

export const peth = (columns: readonly string[] = regions, samples = 90) => ({
  mean: wave(samples * columns.length),
  sem: wave(samples * columns.length).map((value) => Math.abs(value) / 5),
  columns,
  time: Float64Array.from({ length: samples }, (_, s) => (s - 30) / 30),
});

/** Squares side by side, one a region. */
export const masks = (names: readonly string[] = regions, size = 6) => {
  const width = names.length * size;
  const data = new Uint8Array(names.length * width * size);
  names.forEach((_, r) => {
    for (let y = 0; y < size; y++)
      data.fill(1, r * width * size + y * width + r * size, r * width * size + y * width + (r + 1) * size);
  });
  return { names, descriptions: names, height: size, width, data };
};

const trial = (number: number, group: string) => ({
  trial: number,
  group,
  pulls: [{ from: 0.2, to: 0.5 }],
  licks: [0.6, 0.7, 0.7001],
  rewards: group === "success" ? [0.5] : [],
});

const roc = (power: number) => {
  const x = Float64Array.from({ length: 101 }, (_, i) => i / 100);
  return { falsePositiveRate: x, truePositiveRate: x.map((value) => value ** power), auc: 1 / (power + 1) };
};

/** A small plot of every kind. */
export const examples: Readonly<Record<string, (options?: PlotOptions) => PlotSpec>> = {
  strip: (options) =>
    stripPlot(
      {
        ...{ from: -1, to: 4 },
        events: [
          { label: "Lick", spans: [{ from: 0.5, to: 0.5 }] },
          { label: "Lever pulled", spans: [{ from: 0.2, to: 0.6 }] },
        ],
        lever: { time: clock(150).map((t) => t - 6.2), data: wave(150) },
        dff: { ...regionSeries(150, regions.slice(0, 3)), time: clock(150).map((t) => t - 6.2) },
      },
      options,
    ),
  heatmap: (options) => heatmapPlot(regionSeries(900), options),
  peth: (options) =>
    pethPlot(
      [
        { label: "success (n = 3)", peth: peth() },
        { label: "short (n = 2)", peth: peth() },
      ],
      options,
    ),
  raster: (options) =>
    rasterPlot([trial(0, "success"), trial(1, "no-response"), trial(2, "success")], options),
  "learning-curve": (options) =>
    learningCurvePlot(
      ["VG1-GC#48", "VG1-GC#51"].flatMap((subject) =>
        [1, 2, 3].map((day) => ({
          subject,
          day,
          trials: 100,
          responseRate: day / 4,
          successRate: day / 5,
          requiredPullMs: 50 * day,
        })),
      ),
      options,
    ),
  "cortex-map": (options) => cortexMapPlot(masks(), { regions, values: wave(regions.length, 2) }, options),
  keypoints: (options) =>
    keypointsPlot(
      [
        {
          name: "rightpawcenter",
          time: clock(300),
          x: wave(300).map((v) => 200 + 100 * v),
          y: wave(300, 7).map((v) => 300 + 100 * v),
        },
      ],
      options,
    ),
  roc: (options) =>
    rocPlot(
      [
        {
          name: "linear",
          ...roc(0.4),
          subjects: [
            { subject: "VG1-GC#48", ...roc(0.3) },
            { subject: "VG1-GC#51", ...roc(0.5) },
          ],
        },
      ],
      options,
    ),
  calibration: (options) =>
    calibrationPlot(
      [{ name: "linear", bins: calibrationBins([0, 0, 1, 1, 1], [0.1, 0.4, 0.35, 0.8, 0.85]) }],
      options,
    ),
  "mouse-dots": (options) =>
    mouseDotsPlot(
      [
        {
          name: "constant",
          score: 0.5,
          low: null,
          high: null,
          subjects: [{ subject: "VG1-GC#48", score: 0.5 }],
        },
        {
          name: "linear",
          score: 0.8,
          low: 0.75,
          high: 0.85,
          subjects: [{ subject: "VG1-GC#48", score: 0.8 }],
        },
      ],
      options,
    ),
  "board-progress": (options) =>
    boardProgressPlot(
      [
        { team: "neurons", time: "2026-01-10T01:00:00Z", score: 0.6 },
        { team: "neurons", time: "2026-01-10T03:00:00Z", score: 0.58 },
        { team: "levers", time: "2026-01-10T02:00:00Z", score: 0.7 },
      ],
      options,
    ),
};
