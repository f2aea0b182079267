import { BraidynError, plotTexts } from "@braidyn/core";
import { colorAt, colorEncoding, divergingScale, type ColorScale } from "../color-scale.ts";
import { checkLength } from "../check-length.ts";
import { quantile } from "../quantile.ts";
import { binRows } from "../reduce/bin-rows.ts";
import { palettePng } from "../reduce/palette-png.ts";
import { sayIn } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { missingColor, textSize } from "../theme.ts";
import { timeAxis } from "../time-axis.ts";

/** Signals of several regions at n times: a loader's `RegionSeries` will do. */
export interface RegionData {
  /** n seconds. */
  readonly time: ArrayLike<number>;
  /** n x regions, row by row. */
  readonly data: ArrayLike<number>;
  readonly regions: readonly string[];
}

/**
 * dF/F of every region (rows) over time (columns). However long the recording, it is one picture with a mean a pixel at
 * most; colours reach to the 99th percentile of |dF/F|, and grey is where there is no value.
 *
 * @throws BraidynError `PLOT_NO_SAMPLES` without a sample or region, `PLOT_SHAPE`.
 */
export function heatmapPlot(series: RegionData, options: PlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  const { time, data, regions } = series;
  checkLength("data", data.length, time.length * regions.length);
  if (data.length === 0) throw new BraidynError("PLOT_NO_SAMPLES", {});
  const size = sizeOf(options, { width: 760, height: Math.max(60, 11 * regions.length) });
  const binned = binRows(data, regions.length, Math.round(size.width));
  const colors = divergingScale(quantile(binned.data.map(Math.abs), 0.99));
  const { axis, scaled } = timeAxis(edgesOf(time), say);
  const body = {
    ...size,
    layer: [
      pictureOf(paint(binned, regions.length, colors), size),
      axesOf(scaled, axis, regions, colors, say(plotTexts.dff)),
    ],
  };
  return plotSpec(body, { title: say(plotTexts.heatmapTitle) }, options);
}

/** Where the first sample begins and the last ends: half a step outside their times. */
function edgesOf(time: ArrayLike<number>): readonly [number, number] {
  const last = time.length - 1;
  const [from, to] = [time[0] as number, time[last] as number];
  const half = last > 0 ? (to - from) / last / 2 : 0.5;
  return [from - half, to + half];
}

/** Colours 0-254 of the scale, 255 for no value; a row of pixels is a region. */
function paint(
  binned: { readonly bins: number; readonly data: Float64Array },
  rows: number,
  colors: ColorScale,
): string {
  const pixels = new Uint8Array(binned.bins * rows);
  for (let b = 0; b < binned.bins; b++) {
    for (let r = 0; r < rows; r++) {
      const fraction = ((binned.data[b * rows + r] as number) - colors.low) / (colors.high - colors.low);
      pixels[r * binned.bins + b] = Number.isNaN(fraction)
        ? 255
        : Math.round(254 * Math.min(1, Math.max(0, fraction)));
    }
  }
  const palette = Array.from({ length: 255 }, (_, i) => colorAt(colors, i / 254));
  const grey = Number.parseInt(missingColor.slice(1, 3), 16);
  return palettePng(pixels, binned.bins, rows, [...palette, [grey, grey, grey]]);
}

function pictureOf(
  url: string,
  { width, height }: { readonly width: number; readonly height: number },
): SpecPart {
  return {
    data: { values: [{ url }] },
    mark: { type: "image", width, height, aspect: false, align: "left", baseline: "top", smooth: false },
    encoding: { url: { field: "url", type: "nominal" }, x: { value: 0 }, y: { value: 0 } },
  };
}

/** Points without a size bring the axes and the legend. */
function axesOf(
  [from, to]: readonly [number, number],
  axis: SpecPart,
  regions: readonly string[],
  colors: ColorScale,
  title: string,
): SpecPart {
  return {
    data: { values: regions.map((region) => ({ region, time: from, value: 0 })) },
    mark: { type: "point", size: 0, opacity: 1 },
    encoding: {
      x: {
        field: "time",
        type: "quantitative",
        scale: { domain: [from, to], nice: false, zero: false },
        ...axis,
      },
      y: {
        ...{ field: "region", type: "nominal", sort: null, title: null },
        scale: { type: "band", padding: 0 },
        axis: { domain: false, ticks: false, labelFontSize: textSize.small, labelOverlap: true },
      },
      color: {
        ...{ field: "value", type: "quantitative", scale: colorEncoding(colors) },
        legend: { title, gradientLength: 140, tickCount: 5, offset: 12 },
      },
    },
  };
}
