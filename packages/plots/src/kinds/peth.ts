import { BraidynError, plotTexts } from "@braidyn/core";
import type { Peth } from "@braidyn/tables";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint, ink, textSize } from "../theme.ts";
import { arrangePanels, type Panel } from "../panels.ts";
import { tooltipOf } from "../tooltip.ts";

/** One line in every panel. */
export interface PethGroup {
  /** In the legend; with a single group there is none. */
  readonly label: string;
  readonly peth: Pick<Peth, "mean" | "sem" | "columns" | "time">;
  /** Default: the theme's colours in turn. */
  readonly color?: string;
}

export interface PethPlotOptions extends PlotOptions {
  /** What is at 0 s: the axis of time says so. */
  readonly event?: string;
}

/**
 * Mean over windows around an event, one small panel a region and a line a group, with a band of one standard error to
 * both sides. Regions named `_l` and `_r` stand above each other; all panels share their axes.
 *
 * @throws BraidynError `PLOT_NO_WINDOWS` without a region that has a value.
 */
export function pethPlot(groups: readonly PethGroup[], options: PethPlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  const regions = [...new Set(groups.flatMap(({ peth }) => peth.columns))];
  const { panels, rows, columns, paired } = arrangePanels(regions);
  const values = groups.flatMap(({ label, peth }) => linesOf(label, peth, panels));
  if (values.length === 0) throw new BraidynError("PLOT_NO_WINDOWS", {});
  const usual = { width: columns === 1 ? 420 : 84 * columns, height: rows === 1 ? 260 : 84 * rows };
  const { width, height } = sizeOf(options, usual);
  const event = options.event ?? say(plotTexts.anEvent);
  const xTitle = say(plotTexts.timeFrom, { event });
  const header = { labels: false, titlePadding: 0, titleFontSize: textSize.axisTitle };
  const body = {
    data: { values },
    transform: [{ flatten: ["time", "mean", "low", "high"] }],
    facet: {
      row: {
        field: "row",
        type: "ordinal",
        header: { ...header, title: say(plotTexts.dff), titleOrient: "left" },
      },
      column: {
        field: "column",
        type: "ordinal",
        header: { ...header, title: xTitle, titleOrient: "bottom" },
      },
    },
    spacing: { row: 6, column: 6 },
    spec: {
      ...{ width: Math.max(12, width / columns - 6), height: Math.max(12, height / rows - 6) },
      layer: layersOf(groups, say),
    },
  };
  const means = say(paired ? plotTexts.pethSubtitle : plotTexts.pethSubtitlePlain);
  // without a legend, this is where a lone group says how many events it is of
  const subtitle = groups.length === 1 ? `${groups[0]?.label ?? ""}\n${means}` : means;
  return plotSpec(body, { title: say(plotTexts.pethTitle, { event }), subtitle }, options);
}

/** One row a line, its samples in lists: a row a sample would be ten times the text. */
function linesOf(
  group: string,
  { mean, sem, columns, time }: PethGroup["peth"],
  panels: ReadonlyMap<string, Panel>,
): SpecPart[] {
  const known = columns.map((_, c) =>
    Array.from(time.keys()).filter((s) => !Number.isNaN(mean[s * columns.length + c])),
  );
  return columns.flatMap((region, c) => {
    const samples = known[c] as number[];
    if (samples.length === 0) return [];
    const { row, column } = panels.get(region) as Panel;
    const means = samples.map((s) => mean[s * columns.length + c] as number);
    const errors = samples.map((s) => sem[s * columns.length + c] || 0);
    return {
      ...{ group, region, row, column, time: samples.map((s) => rounded(time[s] as number)) },
      mean: means.map(rounded),
      low: means.map((value, i) => rounded(value - (errors[i] as number))),
      high: means.map((value, i) => rounded(value + (errors[i] as number))),
    };
  });
}

/** Four digits are more than any panel can show. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function layersOf(groups: readonly PethGroup[], say: Say): SpecPart[] {
  const x = {
    ...{ field: "time", type: "quantitative", title: null },
    scale: { nice: false },
    axis: { tickCount: 3, labelFontSize: textSize.small, labelFlush: true },
  };
  const y = { type: "quantitative", title: null, axis: { tickCount: 3, labelFontSize: textSize.small } };
  const oneRow = [{ aggregate: [{ op: "count", as: "rows" }], groupby: ["region"] }]; // a panel
  const labels = groups.map(({ label }) => label);
  const range = groups.map(({ color }, i) => color ?? (categorical[i % categorical.length] as string));
  const legend =
    groups.length > 1
      ? { title: null, orient: "top", symbolType: "stroke", symbolStrokeWidth: 2, symbolOpacity: 1 }
      : null;
  const color = { field: "group", type: "nominal", scale: { domain: labels, range }, legend };
  const tooltip = tooltipOf(say, "region", "group");
  return [
    {
      transform: oneRow,
      mark: { type: "rule", color: faint, strokeWidth: 0.8 },
      encoding: { x: { datum: 0, type: "quantitative" }, y: { value: 13 }, y2: { value: "height" } },
    },
    {
      transform: oneRow,
      mark: { type: "rule", color: faint, strokeWidth: 0.5 },
      encoding: { y: { datum: 0, type: "quantitative" } },
    },
    {
      mark: { type: "area", opacity: 0.25, line: false },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color },
    },
    { mark: { type: "line", strokeWidth: 1.4 }, encoding: { x, y: { ...y, field: "mean" }, color, tooltip } },
    {
      transform: oneRow,
      mark: { type: "text", align: "left", baseline: "top", fontSize: textSize.small, color: ink },
      encoding: { text: { field: "region", type: "nominal" }, x: { value: 3 }, y: { value: 2 } },
    },
  ];
}
