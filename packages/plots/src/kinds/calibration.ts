import { BraidynError, plotTexts } from "@braidyn/core";
import type { CalibrationBin } from "../calibration-bins.ts";
import { sayIn } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** How well one set of predictions knows how sure it is. */
export interface CalibrationEntry {
  readonly name: string;
  readonly bins: readonly CalibrationBin[];
}

/**
 * A reliability diagram: how often the truth was 1 where a probability was predicted, with 95 % intervals, the diagonal
 * of a perfect forecast, and below how many rows each point stands for.
 *
 * @throws BraidynError `PLOT_NO_SCORES` without a row.
 */
export function calibrationPlot(entries: readonly CalibrationEntry[], options: PlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  if (!entries.some(({ bins }) => bins.length > 0)) throw new BraidynError("PLOT_NO_SCORES", {});
  const { width, height } = sizeOf(options, { width: 380, height: 460 });
  const names = entries.map(({ name }) => name);
  const values = entries.flatMap(({ name, bins }) => bins.map((bin) => ({ name, ...bin })));
  const x = {
    type: "quantitative",
    scale: { domain: [0, 1], nice: false },
    title: say(plotTexts.predictedProbability),
  };
  const y = {
    type: "quantitative",
    scale: { domain: [0, 1], nice: false },
    title: say(plotTexts.observedFraction),
    axis: { grid: true },
  };
  const color = {
    ...{ field: "name", type: "nominal" },
    scale: { domain: names, range: names.map((_, i) => categorical[i % categorical.length]) },
    legend: entries.length > 1 ? { title: null } : null,
  };
  const hidden = { labels: false, ticks: false, grid: true };
  const encoding = { x: { ...x, field: "predicted", title: null, axis: hidden }, color };
  const diagram = {
    ...{ width, height: 0.78 * height },
    layer: [
      {
        data: { values: [{ p: 0 }, { p: 1 }] },
        mark: { type: "line", color: faint, strokeDash: [4, 4] },
        encoding: { x: { ...x, field: "p", title: null, axis: hidden }, y: { ...y, field: "p" } },
      },
      {
        data: { values },
        layer: [
          {
            mark: { type: "rule", strokeWidth: 1.2 },
            encoding: { ...encoding, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          {
            mark: { type: "line", strokeWidth: 2, point: { size: 36, filled: true } },
            encoding: {
              ...encoding,
              y: { ...y, field: "observed" },
              tooltip: tooltipOf(say, "name", "predicted", "observed", "low", "high", "rows"),
            },
          },
        ],
      },
    ],
  };
  const counts = {
    ...{ width, height: Math.max(20, 0.22 * height - 16) },
    data: { values: entries.flatMap((entry, e) => barsOf(entry, e, entries.length)) },
    mark: { type: "bar" },
    encoding: {
      ...{ x: { ...x, field: "from" }, x2: { field: "to" }, y2: { datum: 0 }, color },
      y: {
        field: "rows",
        type: "quantitative",
        title: say(plotTexts.rowCount),
        scale: { zero: true },
        axis: { tickCount: 2, format: "~s" },
      },
    },
  };
  const body = { vconcat: [diagram, counts], spacing: 16, bounds: "flush" };
  return plotSpec(
    body,
    { title: say(plotTexts.calibrationTitle), subtitle: say(plotTexts.calibrationSubtitle) },
    options,
  );
}

/** The entries' bars stand side by side in each bin. */
function barsOf({ name, bins }: CalibrationEntry, place: number, count: number): SpecPart[] {
  return bins.map(({ from, to, rows }) => {
    const width = (0.84 * (to - from)) / count;
    const left = from + 0.08 * (to - from) + place * width;
    return { name, rows, from: left, to: left + width };
  });
}
