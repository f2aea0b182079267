import { BraidynError, plotTexts } from "@braidyn/core";
import type { RegionMasks } from "@braidyn/nwb";
import { colorEncoding, divergingScale, sequentialScale, type ColorScale } from "../color-scale.ts";
import { checkLength } from "../check-length.ts";
import { outline, type Ring } from "../outline.ts";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { diverging, ink, missingColor, textSize } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** What colours the regions: one value each, or one each in every frame of a moving map. */
export interface RegionValues {
  readonly regions: readonly string[];
  /** frames x regions, row by row; NaN is grey. */
  readonly values: ArrayLike<number>;
  /** What each frame is, "0.33 s"; one frame needs none. */
  readonly frames?: readonly string[];
  /** The frame that is shown where nothing moves; default the one farthest from 0. */
  readonly still?: number;
}

export interface CortexMapOptions extends PlotOptions {
  /** What the colours mean, with its unit; default dF/F. */
  readonly legend?: string;
  /** `diverging` (default) around 0, `sequential` from the least value to the greatest. */
  readonly colors?: "diverging" | "sequential";
  /** Names on the regions. */
  readonly labels?: boolean;
}

/**
 * The cortex as the session's own masks have it, each region in the colour of its value. With several frames the page
 * that `toHtml` makes plays them; elsewhere one frame stands still.
 *
 * @throws BraidynError `PLOT_NO_MASKS` without a region that has pixels, `PLOT_SHAPE`.
 */
export function cortexMapPlot(
  masks: RegionMasks,
  values: RegionValues,
  options: CortexMapOptions = {},
): PlotSpec {
  const say = sayIn(options);
  const frames = values.frames ?? [""];
  checkLength("values", values.values.length, frames.length * values.regions.length);
  const shapes = shapesOf(masks);
  if (shapes.length === 0) throw new BraidynError("PLOT_NO_MASKS", {});
  const still = values.still ?? strongestFrame(values);
  const width = sizeOf(options, { width: 440, height: 440 }).width;
  const size = { width, height: sizeOf(options, { width, height: heightFor(shapes, width) }).height };
  const scale = scaleOf(values.values, options.colors ?? "diverging");
  const features = shapes.map((shape) => featureOf(shape, values));
  const moving = frames.length > 1;
  const body = {
    ...size,
    params: [{ name: "frame", value: still }],
    projection: { type: "identity" },
    layer: [
      regionLayer(features, scale, options.legend ?? say(plotTexts.dff), say),
      ...(options.labels === false ? [] : [labelLayer(shapes, values, scale)]),
      ...(moving ? [frameLayer(frames)] : []),
    ],
  };
  const animation = { signal: "frame", count: frames.length, start: still, milliseconds: 66 };
  return plotSpec(body, { title: say(plotTexts.cortexTitle) }, options, moving ? animation : undefined);
}

interface Shape {
  readonly region: string;
  readonly rings: readonly Ring[];
  readonly pixels: number;
  readonly center: readonly [number, number];
}

function shapesOf({ names, data, width, height }: RegionMasks): Shape[] {
  const size = width * height;
  return names
    .map((region, r) => {
      const mask = data.subarray(r * size, (r + 1) * size);
      return { region, rings: outline(mask, width, height), ...middleOf(mask, width) };
    })
    .filter(({ rings }) => rings.length > 0);
}

function middleOf(mask: Uint8Array, width: number): Pick<Shape, "pixels" | "center"> {
  let [pixels, sumX, sumY] = [0, 0, 0];
  mask.forEach((inside, i) => {
    if (!inside) return;
    pixels++;
    sumX += (i % width) + 0.5;
    sumY += Math.floor(i / width) + 0.5;
  });
  return { pixels, center: [sumX / pixels, sumY / pixels] };
}

/** As the brain is shaped, within what a page can hold. */
function heightFor(shapes: readonly Shape[], width: number): number {
  const points = shapes.flatMap(({ rings }) => rings.flat());
  const span = (axis: 0 | 1) => {
    const places = points.map((point) => point[axis]);
    return places.reduce((a, b) => Math.max(a, b)) - places.reduce((a, b) => Math.min(a, b));
  };
  return Math.round(Math.min(2, Math.max(0.25, span(1) / span(0))) * width);
}

function scaleOf(values: ArrayLike<number>, colors: "diverging" | "sequential"): ColorScale {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (colors === "sequential") return sequentialScale(Number.isFinite(low) ? low : 0, high);
  return divergingScale(Math.max(Math.abs(low), Math.abs(high)) < Infinity ? Math.max(-low, high) : 1);
}

function strongestFrame({ values, regions }: RegionValues): number {
  let [strongest, at] = [-1, 0];
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] as number);
    if (size > strongest) [strongest, at] = [size, i];
  }
  return Math.floor(at / Math.max(1, regions.length));
}

/** A region with its value in every frame; a region without values is grey. */
function featureOf({ region, rings }: Shape, { regions, values }: RegionValues): SpecPart {
  const column = regions.indexOf(region);
  const frames = regions.length === 0 ? 0 : values.length / regions.length;
  const ofFrame = (frame: number) => {
    const value = column < 0 ? NaN : (values[frame * regions.length + column] as number);
    return Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
  };
  return {
    ...{ type: "Feature", region, values: Array.from({ length: frames }, (_, frame) => ofFrame(frame)) },
    geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
  };
}

function regionLayer(features: readonly SpecPart[], scale: ColorScale, title: string, say: Say): SpecPart {
  const [region, value] = tooltipOf(say, "region", "value");
  return {
    data: { values: features },
    transform: [{ calculate: "datum.values[frame]", as: "value" }],
    mark: { type: "geoshape", stroke: "white", strokeWidth: 1, strokeJoin: "round", invalid: null },
    encoding: {
      color: {
        condition: { test: "!isValid(datum.value)", value: missingColor },
        ...{ field: "value", type: "quantitative", scale: colorEncoding(scale) },
        legend: { title, gradientLength: 160, tickCount: 5 },
      },
      tooltip: [
        { ...region, type: "nominal" },
        { ...value, type: "quantitative", format: ".4f" },
      ],
    },
  };
}

/** Names on the regions that have room for one, white where the colour behind is dark. */
function labelLayer(
  shapes: readonly Shape[],
  values: RegionValues,
  { low, high, stops }: ColorScale,
): SpecPart {
  const largest = Math.max(...shapes.map(({ pixels }) => pixels));
  const rows = shapes
    .filter(({ pixels }) => pixels > largest / 40)
    .map((shape) => {
      const { region, values: frames } = featureOf(shape, values);
      const [x, y] = shape.center;
      return { name: String(region).replace(/_[lr]$/, ""), values: frames, x, y };
    });
  const middle = (low + high) / 2;
  const dark =
    stops === diverging
      ? `abs(datum.values[frame]) > ${0.7 * high}`
      : `isValid(datum.values[frame]) && datum.values[frame] < ${middle}`;
  return {
    data: { values: rows },
    mark: { type: "text", fontSize: textSize.small - 0.5 },
    encoding: {
      text: { field: "name", type: "nominal" },
      longitude: { field: "x", type: "quantitative" },
      latitude: { field: "y", type: "quantitative" },
      color: { condition: { test: dark, value: "white" }, value: ink },
    },
  };
}

function frameLayer(frames: readonly string[]): SpecPart {
  return {
    data: { values: [{ frames }] },
    transform: [{ calculate: "datum.frames[frame]", as: "shown" }],
    mark: { type: "text", align: "left", baseline: "top", fontSize: textSize.title, color: ink },
    encoding: { text: { field: "shown", type: "nominal" }, x: { value: 0 }, y: { value: 0 } },
  };
}
