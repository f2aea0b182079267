import { BraidynError, plotTexts } from "@braidyn/core";
import { finite, lineData, seconds } from "../line-data.ts";
import { reduceLine } from "../reduce/reduce-line.ts";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint, hairline, ink, textSize } from "../theme.ts";
import type { RegionData } from "./heatmap.ts";

/** When something was on: a bar from `from` to `to`, or a tick where they are the same. Seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One row of bars and ticks. */
export interface EventRow {
  readonly label: string;
  readonly spans: readonly Span[];
}

/** A stretch of a session, in seconds from a cue inside it, or else on the session's clock. */
export interface StripData {
  readonly from: number;
  readonly to: number;
  readonly events: readonly EventRow[];
  /** Lever position in mm; null where the session has none. */
  readonly lever: { readonly time: ArrayLike<number>; readonly data: ArrayLike<number> } | null;
  /** dF/F of the regions to show; null where the session has none. */
  readonly dff: RegionData | null;
}

/** A pull counts from here. Source: Kondo et al. 2025, doi:10.1038/s41597-025-05482-y. */
const pullMm = 1;

/**
 * What happened in a trial, or any stretch of time, above each other on one axis: events and states, the lever, and dF/F
 * of some regions as lines apart from each other with a scale bar.
 *
 * @throws BraidynError `PLOT_NO_SAMPLES` when there is nothing at all.
 */
export function stripPlot(data: StripData, options: PlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  const { events, lever, dff } = data;
  const regions = dff?.regions.length ?? 0;
  const traces = dff !== null && dff.time.length > 0 && regions > 0;
  const shown = [events.length > 0, lever !== null && lever.time.length > 0, traces].filter(Boolean).length;
  if (shown === 0 || !(data.to > data.from)) throw new BraidynError("PLOT_NO_SAMPLES", {});
  const usual = { events: 18 * events.length, lever: 90, dff: 40 + 34 * regions };
  const { width, height } = sizeOf(options, { width: 620, height: usual.events + usual.lever + usual.dff });
  const stretch = height / (usual.events + usual.lever + usual.dff);
  const x = {
    type: "quantitative",
    scale: { domain: [data.from, data.to], nice: false, zero: false },
  };
  const panels = [
    ...(events.length > 0 ? [eventPanel(events, data, x, stretch * usual.events)] : []),
    ...(lever !== null && lever.time.length > 0
      ? [leverPanel(lever, data, x, stretch * usual.lever, width, say)]
      : []),
    ...(traces ? [dffPanel(dff, data, x, stretch * usual.dff, width, say)] : []),
  ].map((panel) => ({ width, ...panel }));
  const ofTrial = data.from < 0 && data.to > 0;
  const title = say(ofTrial ? plotTexts.timeFromCue : plotTexts.plotTime);
  return plotSpec(
    { vconcat: withAxisBelow(panels, title), spacing: 8, bounds: "flush" },
    { title: say(ofTrial ? plotTexts.stripTitle : plotTexts.stripTitleTime) },
    options,
  );
}

/** Only the last panel writes the axis of time; the others draw its lines. */
function withAxisBelow(panels: readonly SpecPart[], title: string): SpecPart[] {
  return panels.map((panel, i) => {
    const last = i === panels.length - 1;
    const axis = last
      ? { grid: false, tickCount: 8, title }
      : { labels: false, ticks: false, domain: false, title: null };
    const [first, ...others] = panel["layer"] as SpecPart[];
    const encoding = first?.["encoding"] as Record<string, SpecPart>;
    return {
      ...panel,
      layer: [{ ...first, encoding: { ...encoding, x: { ...encoding["x"], axis } } }, ...others],
    };
  });
}

/** The line at 0, which is the cue of a trial. */
function zeroRule(x: SpecPart, { from, to }: StripData): SpecPart[] {
  if (!(from < 0 && to > 0)) return [];
  return [
    {
      data: { values: [{ time: 0 }] },
      mark: { type: "rule", color: faint, strokeDash: [3, 3] },
      encoding: { x: { ...x, field: "time" } },
    },
  ];
}

function eventPanel(events: readonly EventRow[], data: StripData, x: SpecPart, height: number): SpecPart {
  const labels = events.map(({ label }) => label);
  const rows = events.flatMap(({ label, spans }) =>
    spans
      .filter(({ from, to }) => to >= data.from && from <= data.to)
      .map(({ from, to }) => ({ label, from: Math.max(from, data.from), to: Math.min(to, data.to) })),
  );
  const y = {
    ...{ field: "label", type: "nominal", title: null },
    scale: { domain: labels, padding: 0.25 },
    axis: { domain: false, ticks: false, grid: true, gridColor: hairline },
  };
  const color = {
    ...{ field: "label", type: "nominal", legend: null },
    scale: { domain: labels, range: labels.map((_, i) => categorical[i % categorical.length]) },
  };
  const bars = rows.filter(({ from, to }) => to > from);
  const ticks = rows.filter(({ from, to }) => to === from);
  const marks = (values: readonly object[], mark: SpecPart, encoding: SpecPart): SpecPart => ({
    data: { values },
    mark,
    encoding: { x: { ...x, field: "from" }, ...encoding, y, color },
  });
  return {
    height,
    layer: [
      marks(bars, { type: "bar", cornerRadius: 1 }, { x2: { field: "to" } }),
      marks(ticks, { type: "tick", thickness: 1.5, opacity: 1 }, {}),
      ...zeroRule(x, data),
    ],
  };
}

function leverPanel(
  lever: NonNullable<StripData["lever"]>,
  data: StripData,
  x: SpecPart,
  height: number,
  width: number,
  say: Say,
): SpecPart {
  const { time, values } = reduceLine(lever.time, lever.data, Math.round(width));
  const y = {
    type: "quantitative",
    title: say(plotTexts.leverAxis),
    scale: { zero: false },
    axis: { tickCount: 3 },
  };
  return {
    height,
    layer: [
      {
        ...lineData([{ time: seconds(time), value: finite(values) }]),
        mark: { type: "line", color: ink, strokeWidth: 1.2 },
        encoding: { x: { ...x, field: "time" }, y: { ...y, field: "value" } },
      },
      {
        data: { values: [{ value: pullMm }] },
        mark: { type: "rule", color: faint, strokeDash: [3, 3] },
        encoding: { y: { ...y, field: "value" } },
      },
      ...zeroRule(x, data),
    ],
  };
}

/** Lines one below the other, each as far from the next as the largest swing needs. */
function dffPanel(
  dff: RegionData,
  data: StripData,
  x: SpecPart,
  height: number,
  width: number,
  say: Say,
): SpecPart {
  const lines = dff.regions.map((region, r) => ({ region, ...lineOf(dff, r, width) }));
  const swing = Math.max(...lines.map(({ low, high }) => high - low), 1e-9);
  const step = 0.8 * swing;
  const rows = lines.map(({ region, time, values, middle }, r) => ({
    ...{ region, time: seconds(time) },
    value: finite(values.map((value) => value - middle - r * step)),
  }));
  const domain = [-(lines.length - 1) * step - 0.65 * swing, 0.75 * swing];
  const y = { type: "quantitative", scale: { domain, nice: false, zero: false }, axis: null };
  const bar = roundDown(swing / 2);
  return {
    height,
    layer: [
      {
        ...lineData(rows),
        mark: { type: "line", strokeWidth: 1, color: categorical[0] },
        encoding: { x: { ...x, field: "time" }, y: { ...y, field: "value" }, detail: { field: "region" } },
      },
      {
        data: { values: lines.map(({ region }, r) => ({ region, value: -r * step })) },
        mark: { type: "text", align: "right", dx: -6, fontSize: textSize.label, color: ink },
        encoding: {
          text: { field: "region", type: "nominal" },
          x: { value: 0 },
          y: { ...y, field: "value" },
        },
      },
      ...scaleBar(bar, domain, y, width, say),
      ...zeroRule(x, data),
    ],
  };
}

function lineOf({ time, data, regions }: RegionData, r: number, width: number) {
  const column = Float64Array.from({ length: time.length }, (_, i) => data[i * regions.length + r] as number);
  const known = column.filter((value) => !Number.isNaN(value));
  const low = known.reduce((a, b) => Math.min(a, b), known[0] ?? 0);
  const high = known.reduce((a, b) => Math.max(a, b), known[0] ?? 0);
  return { ...reduceLine(time, column, Math.round(width)), low, high, middle: (low + high) / 2 };
}

function scaleBar(size: number, [low]: readonly number[], y: SpecPart, width: number, say: Say): SpecPart[] {
  const bottom = low as number;
  const bar = { low: bottom, high: bottom + size };
  return [
    {
      data: { values: [bar] },
      mark: { type: "rule", color: ink, strokeWidth: 2 },
      encoding: { x: { value: width + 8 }, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      data: { values: [{ value: bottom + size / 2, label: say(plotTexts.dffOf, { value: size }) }] },
      mark: { type: "text", align: "left", dx: 14, fontSize: textSize.label, color: ink },
      encoding: {
        x: { value: width },
        y: { ...y, field: "value" },
        text: { field: "label", type: "nominal" },
      },
    },
  ];
}

/** 1, 2 or 5 times a power of ten, at most `value`. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((d) => d * power <= value) ?? 1;
  return Number((digit * power).toPrecision(1));
}
