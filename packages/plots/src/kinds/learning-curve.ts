import { BraidynError, plotTexts } from "@braidyn/core";
import type { LearningDay } from "../learning-days.ts";
import { quantile } from "../quantile.ts";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** What a panel shows, of every mouse and day. */
interface Measure {
  readonly title: string;
  readonly color: string;
  /** The axis' whole range; null for from 0 to the largest. */
  readonly domain: readonly [number, number] | null;
  readonly valueOf: (day: LearningDay) => number;
}

/**
 * Response rate, success rate and required pull over days: a thin line a mouse, their median as a thick one, and a band
 * from the first to the third quartile.
 *
 * @throws BraidynError `PLOT_NO_DAYS` without a day.
 */
export function learningCurvePlot(days: readonly LearningDay[], options: PlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  if (days.length === 0) throw new BraidynError("PLOT_NO_DAYS", {});
  const { width, height } = sizeOf(options, { width: 780, height: 240 });
  const measures = measuresOf(options).filter(({ valueOf }) => days.some((day) => valueOf(day) >= 0));
  const panel = { width: Math.round(width / measures.length), height };
  const numbers = days.map(({ day }) => day);
  const domain = [Math.min(...numbers), Math.max(...numbers)] as const;
  const heading = {
    title: say(plotTexts.learningTitle),
    subtitle: say(plotTexts.learningSubtitle, {
      mice: new Set(days.map(({ subject }) => subject)).size,
      sessions: days.length,
    }),
  };
  const panels = measures.map((measure) => panelOf(measure, days, domain, panel, say));
  return plotSpec({ hconcat: panels, spacing: 26 }, heading, options);
}

function measuresOf(options: PlotOptions): Measure[] {
  const say = sayIn(options);
  const [blue, vermillion, green] = categorical;
  return [
    {
      ...{ title: say(plotTexts.responseRate), color: blue, domain: [0, 1] },
      valueOf: ({ responseRate }) => responseRate,
    },
    {
      ...{ title: say(plotTexts.successRate), color: green, domain: [0, 1] },
      valueOf: ({ successRate }) => successRate,
    },
    {
      ...{ title: say(plotTexts.requiredPull), color: vermillion, domain: null },
      valueOf: ({ requiredPullMs }) => requiredPullMs,
    },
  ];
}

function panelOf(
  { title, color, domain, valueOf }: Measure,
  days: readonly LearningDay[],
  dayDomain: readonly [number, number],
  size: { readonly width: number; readonly height: number },
  say: Say,
): SpecPart {
  const known = days.filter((day) => valueOf(day) >= 0);
  const rows = known.map((day) => ({
    mouse: day.subject,
    day: day.day,
    value: valueOf(day),
    trials: day.trials,
  }));
  const x = {
    ...{ field: "day", type: "quantitative", title: say(plotTexts.plotDay) },
    scale: { domain: dayDomain, nice: false, padding: 8 },
    axis: { tickMinStep: 1, format: "d" },
  };
  const scale = domain === null ? { zero: true } : { domain, nice: false };
  const y = {
    type: "quantitative",
    title,
    scale,
    axis: { grid: true, domain: false, ticks: false, tickCount: 5 },
  };
  const tooltip = tooltipOf(say, "mouse", "day", "value", "trials");
  return {
    ...size,
    layer: [
      {
        data: { values: rows },
        mark: { type: "line", strokeWidth: 1, color: faint, point: { size: 10, color: faint } },
        encoding: { x, y: { ...y, field: "value" }, detail: { field: "mouse" }, tooltip },
      },
      {
        data: { values: spreadOf(rows) },
        layer: [
          {
            mark: { type: "area", color, opacity: 0.22 },
            encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          {
            mark: { type: "line", strokeWidth: 2.5, color, point: { size: 32, color, filled: true } },
            encoding: {
              x,
              y: { ...y, field: "median" },
              tooltip: tooltipOf(say, "day", "median", "low", "high", "mice"),
            },
          },
        ],
      },
    ],
  };
}

/** Quartiles of the mice a day. */
function spreadOf(rows: readonly { readonly day: number; readonly value: number }[]): SpecPart[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const values = rows.filter((row) => row.day === day).map(({ value }) => value);
    const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantile(values, q));
    return { day, low, median, high, mice: values.length };
  });
}
