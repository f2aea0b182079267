import { BraidynError, plotTexts } from "@braidyn/core";
import { sayIn } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint, ink } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** One entry's score, its interval, and its score on every mouse. */
export interface ScoredEntry {
  readonly name: string;
  readonly score: number;
  /** Interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly subjects: readonly { readonly subject: string; readonly score: number }[];
}

export interface MouseDotsOptions extends PlotOptions {
  /** Name of the metric, for the axis. */
  readonly metric?: string;
  /** Score of guessing, as a dashed line. */
  readonly chance?: number | null;
}

/**
 * A dot a mouse and entry, joined for the same mouse, and beside the dots each entry's score with its interval.
 *
 * @throws BraidynError `PLOT_NO_SCORES` without an entry.
 */
export function mouseDotsPlot(entries: readonly ScoredEntry[], options: MouseDotsOptions = {}): PlotSpec {
  const say = sayIn(options);
  if (entries.length === 0) throw new BraidynError("PLOT_NO_SCORES", {});
  const { width, height } = sizeOf(options, { width: Math.min(900, 90 + 110 * entries.length), height: 300 });
  const dots = entries.flatMap(({ name, subjects }, place) =>
    subjects.map(({ subject, score }) => ({ entry: name, mouse: subject, place: place - 0.08, score })),
  );
  const scores = entries.map(({ name, score, low, high }, place) => ({
    ...{ entry: name, place: place + 0.22, score },
    ...{ low: low ?? score, high: high ?? score },
  }));
  const x = placesAxis(entries);
  const y = {
    type: "quantitative",
    title: options.metric ?? say(plotTexts.score),
    scale: { zero: false, nice: false, padding: 14 },
    axis: { grid: true },
  };
  const color = {
    ...{ field: "entry", type: "nominal", legend: null },
    scale: {
      domain: entries.map(({ name }) => name),
      range: entries.map((_, i) => categorical[i % categorical.length]),
    },
  };
  const body = {
    ...{ width, height },
    layer: [
      ...chanceLayer(options.chance ?? null, y),
      {
        data: { values: dots },
        mark: { type: "line", color: faint, strokeWidth: 0.8 },
        encoding: { x, y: { ...y, field: "score" }, detail: { field: "mouse" } },
      },
      {
        data: { values: dots },
        mark: { type: "point", filled: true, size: 34, opacity: 0.75 },
        encoding: {
          x,
          y: { ...y, field: "score" },
          color,
          tooltip: tooltipOf(say, "entry", "mouse", "score"),
        },
      },
      ...intervalLayers(scores, x, y, tooltipOf(say, "entry", "score", "low", "high")),
    ],
  };
  return plotSpec(body, { title: say(plotTexts.dotsTitle), subtitle: say(plotTexts.dotsSubtitle) }, options);
}

/** Places 0, 1, 2 ... with the entries' names; the axis of a plot without lines along it. */
function placesAxis(entries: readonly ScoredEntry[]): SpecPart {
  return {
    ...{ field: "place", type: "quantitative", title: null },
    scale: { domain: [-0.5, entries.length - 0.5], nice: false, zero: false },
    axis: { values: entries.map((_, place) => place), labels: false, ticks: false, domain: true },
  };
}

function chanceLayer(chance: number | null, y: SpecPart): SpecPart[] {
  if (chance === null) return [];
  return [
    {
      data: { values: [{ chance }] },
      mark: { type: "rule", color: ink, strokeDash: [4, 4], strokeWidth: 0.8 },
      encoding: { y: { ...y, field: "chance" } },
    },
  ];
}

function intervalLayers(
  scores: readonly SpecPart[],
  x: SpecPart,
  y: SpecPart,
  tooltip: readonly SpecPart[],
): SpecPart[] {
  return [
    {
      data: { values: scores },
      mark: { type: "rule", color: ink, strokeWidth: 1.6 },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      data: { values: scores },
      mark: { type: "point", shape: "diamond", filled: true, size: 70, color: ink, opacity: 1 },
      encoding: { x, y: { ...y, field: "score" }, tooltip },
    },
    {
      data: { values: scores.map((score, place) => ({ ...score, place: place + 0.07 })) },
      mark: { type: "text", baseline: "top", dy: 8, color: ink, fontSize: 10, limit: 110 },
      encoding: { x, y: { value: { expr: "height" } }, text: { field: "entry", type: "nominal" } },
    },
  ];
}
