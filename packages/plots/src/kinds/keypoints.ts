import { BraidynError, plotTexts } from "@braidyn/core";
import { finite, lineData, seconds, type LineRow } from "../line-data.ts";
import { reduceLine } from "../reduce/reduce-line.ts";
import { reducePath } from "../reduce/reduce-path.ts";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, textSize } from "../theme.ts";
import { timeAxis } from "../time-axis.ts";

/** One tracked point: a loader's `KeypointSeries` will do. */
export interface KeypointTrack {
  readonly name: string;
  /** n seconds. */
  readonly time: ArrayLike<number>;
  /** n pixels from the left; NaN where the point was not seen. */
  readonly x: ArrayLike<number>;
  /** n pixels from the top. */
  readonly y: ArrayLike<number>;
  /** n likelihoods, or null where x and y are masked already. */
  readonly likelihood?: ArrayLike<number> | null;
}

export interface KeypointOptions extends PlotOptions {
  /** A point less likely than this is not drawn. Default: the dataset's own 0.2. */
  readonly minLikelihood?: number;
}

/**
 * Tracked points: x and y over time, a row each, and beside them their paths in the camera's picture, y downwards.
 *
 * @throws BraidynError `PLOT_NO_POINTS` when no point was ever seen.
 */
export function keypointsPlot(tracks: readonly KeypointTrack[], options: KeypointOptions = {}): PlotSpec {
  const say = sayIn(options);
  const { width, height } = sizeOf(options, { width: 760, height: 320 });
  const seen = tracks.map((track) => masked(track, options.minLikelihood ?? 0.2));
  if (!seen.some(({ x }) => x.some((value) => !Number.isNaN(value)))) {
    throw new BraidynError("PLOT_NO_POINTS", {});
  }
  const names = seen.map(({ name }) => name);
  const color = {
    ...{ field: "name", type: "nominal" },
    scale: { domain: names, range: names.map((_, i) => categorical[i % categorical.length]) },
    legend: {
      title: null,
      orient: "top",
      symbolType: "stroke",
      symbolStrokeWidth: 2,
      symbolOpacity: 1,
      columns: 6,
    },
  };
  const wide = Math.round(0.6 * width);
  const path = pathPanel(seen, color, width - wide, height, say);
  const traces = { vconcat: tracePanels(seen, color, wide, height, say), spacing: 10 };
  return plotSpec(
    { hconcat: [traces, path], spacing: 30 },
    { title: say(plotTexts.keypointsTitle) },
    options,
  );
}

interface SeenTrack {
  readonly name: string;
  readonly time: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** NaN where a point is too unlikely. */
function masked({ name, time, x, y, likelihood }: KeypointTrack, least: number): SeenTrack {
  const sure = (i: number) => !likelihood || (likelihood[i] as number) >= least;
  const keep = (values: ArrayLike<number>) =>
    Float64Array.from(values, (value, i) => (sure(i) ? value : NaN));
  return { name, time: Float64Array.from(time), x: keep(x), y: keep(y) };
}

function tracePanels(
  tracks: readonly SeenTrack[],
  color: SpecPart,
  width: number,
  height: number,
  say: Say,
): SpecPart[] {
  const starts = tracks.map(({ time }) => time[0] ?? Infinity);
  const ends = tracks.map(({ time }) => time.at(-1) ?? -Infinity);
  const { axis, scaled, unitSeconds } = timeAxis([Math.min(...starts), Math.max(...ends)], say);
  const x = { field: "time", type: "quantitative", scale: { domain: scaled, nice: false, zero: false } };
  const titles = { x: say(plotTexts.xPixels), y: say(plotTexts.yPixels) };
  return (["x", "y"] as const).map((coordinate, row) => ({
    ...{ width, height: Math.max(20, height / 2 - 5) },
    ...lineData(tracks.map((track) => traceOf(track, coordinate, width, unitSeconds))),
    mark: { type: "line", strokeWidth: 1 },
    encoding: {
      x: { ...x, ...(row === 1 ? axis : { title: null, axis: { labels: false, ticks: false } }) },
      y: {
        ...{ field: "value", type: "quantitative", title: titles[coordinate] },
        // as in the picture, 0 is at the top
        scale: { zero: false, reverse: coordinate === "y" },
        axis: { tickCount: 4 },
      },
      color,
    },
  }));
}

function traceOf(track: SeenTrack, coordinate: "x" | "y", width: number, unitSeconds: number): LineRow {
  const { time, values } = reduceLine(track.time, track[coordinate], Math.round(width / 2));
  return { name: track.name, time: seconds(time.map((t) => t / unitSeconds)), value: finite(values) };
}

/** The camera's picture: both axes have the same scale, as far as the points went. */
function pathPanel(
  tracks: readonly SeenTrack[],
  color: SpecPart,
  width: number,
  height: number,
  say: Say,
): SpecPart {
  const size = { width: Math.max(40, width - 30), height };
  const { domainX, domainY } = framing(tracks, size);
  const reach = (domainX[1] - domainX[0]) / size.width;
  const values = tracks.map(({ name, x, y }) => {
    const kept = reducePath(x, y, reach, Math.ceil(6000 / tracks.length));
    const at = (values: Float64Array) => finite(kept.map((i) => values[i] as number));
    return { name, order: [...kept.keys()], x: at(x), y: at(y) };
  });
  const axis = { tickCount: 4, labelFontSize: textSize.label };
  return {
    ...size,
    data: { values },
    transform: [{ flatten: ["order", "x", "y"] }],
    mark: { type: "line", strokeWidth: 0.7, opacity: 0.5, clip: true },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: say(plotTexts.xPixels),
        scale: { domain: domainX, nice: false, zero: false },
        axis,
      },
      y: {
        ...{ field: "y", type: "quantitative", title: say(plotTexts.yPixels), axis },
        scale: { domain: domainY, reverse: true, nice: false, zero: false },
      },
      order: { field: "order", type: "quantitative" },
      color,
    },
  };
}

type Domain = readonly [number, number];

function framing(tracks: readonly SeenTrack[], size: { readonly width: number; readonly height: number }) {
  const [x, y] = [rangeOf(tracks.map((track) => track.x)), rangeOf(tracks.map((track) => track.y))];
  const pixelsOf = Math.max((x[1] - x[0]) / size.width, (y[1] - y[0]) / size.height, 0.01) * 1.06;
  const around = ([low, high]: Domain, length: number): Domain => {
    const middle = (low + high) / 2;
    return [middle - (pixelsOf * length) / 2, middle + (pixelsOf * length) / 2];
  };
  return { domainX: around(x, size.width), domainY: around(y, size.height) };
}

function rangeOf(columns: readonly Float64Array[]): Domain {
  let [low, high] = [Infinity, -Infinity];
  for (const column of columns) {
    for (const value of column) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
