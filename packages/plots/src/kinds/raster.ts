import { BraidynError, plotTexts, type Template } from "@braidyn/core";
import { sayIn, type Say } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, hairline, ink, outcomeColors } from "../theme.ts";
import type { Span } from "./strip.ts";

/** What happened around one trial's cue, in seconds from it. */
export interface RasterTrial {
  /** The trial's number in its session. */
  readonly trial: number;
  /** How it ended, or anything else that trials are grouped by. */
  readonly group: string;
  readonly pulls: readonly Span[];
  readonly licks: readonly number[];
  readonly rewards: readonly number[];
}

export interface RasterOptions extends PlotOptions {
  /** Seconds from the cue that are shown. */
  readonly range?: readonly [from: number, to: number];
}

/**
 * Pulls (bars), licks (ticks) and rewards (diamonds), a row a trial, grouped by how the trials ended; groups are as high
 * as they have trials. Events closer than a pixel are drawn once.
 *
 * @throws BraidynError `PLOT_NO_TRIALS` without a trial.
 */
export function rasterPlot(trials: readonly RasterTrial[], options: RasterOptions = {}): PlotSpec {
  const say = sayIn(options);
  const groups = groupsOf(trials);
  if (groups.length === 0) throw new BraidynError("PLOT_NO_TRIALS", {});
  const range = options.range ?? [-1, 5];
  const usual = { width: 560, height: Math.min(640, Math.max(120, 4 * trials.length)) };
  const { width, height } = sizeOf(options, usual);
  const least = 26;
  const spare = Math.max(0, height - least * groups.length);
  const panels = groups.map(({ group, members }, i) =>
    panelOf({
      ...{ group, members, range, say, width },
      height: least + (spare * members.length) / trials.length,
      last: i === groups.length - 1,
    }),
  );
  const body = { vconcat: panels, spacing: 6, bounds: "flush", resolve: { scale: { color: "shared" } } };
  return plotSpec(
    body,
    { title: say(plotTexts.rasterTitle), subtitle: say(plotTexts.rasterSubtitle) },
    options,
  );
}

interface Group {
  readonly group: string;
  readonly members: readonly RasterTrial[];
}

/** Known outcomes first, in their order, then others as they come. */
function groupsOf(trials: readonly RasterTrial[]): Group[] {
  const order = Object.keys(outcomeColors);
  const names = [...new Set(trials.map(({ group }) => group))];
  const known = order.filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !order.includes(name))].map((group) => ({
    group,
    members: trials.filter((trial) => trial.group === group),
  }));
}

interface PanelOptions extends Group {
  readonly range: readonly [number, number];
  readonly say: Say;
  readonly width: number;
  readonly height: number;
  readonly last: boolean;
}

function panelOf({ group, members, range, say, width, height, last }: PanelOptions): SpecPart {
  const x = {
    ...{ type: "quantitative", title: last ? say(plotTexts.timeFromCue) : null },
    scale: { domain: range, nice: false, zero: false },
    axis: last ? { tickCount: 7 } : { labels: false, ticks: false, domain: false },
  };
  const title = [groupName(group, say), say(plotTexts.trialCount, { count: members.length })];
  const y = {
    ...{ field: "row", type: "quantitative", title },
    scale: { domain: [members.length, 0], nice: false, zero: false },
    axis: {
      labels: false,
      ticks: false,
      domain: false,
      titleAngle: 0,
      titleAlign: "right",
      titleAnchor: "middle",
      titlePadding: 8,
      titleColor: ink,
    },
  };
  const names = [plotTexts.pulls, plotTexts.licks, plotTexts.rewards].map((template) => say(template));
  const color = {
    ...{ field: "what", type: "nominal" },
    scale: { domain: names, range: [categorical[1], categorical[0], categorical[2]] },
    legend: { title: null, orient: "top", direction: "horizontal", symbolType: "square", symbolOpacity: 1 },
  };
  const [pulls, licks, rewards] = names as [string, string, string];
  const rowHeight = height / members.length;
  const mark = (values: readonly object[], kind: SpecPart, encoding: SpecPart): SpecPart => ({
    data: { values },
    mark: { clip: true, ...kind },
    encoding: { x: { ...x, field: "from" }, y, color, ...encoding },
  });
  return {
    width,
    height,
    view: { stroke: hairline },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: ink, strokeWidth: 0.7 },
        encoding: { x: { ...x, field: "zero" } },
      },
      mark(
        pullRows(members, range, pulls),
        { type: "rule", strokeWidth: Math.max(1, Math.min(6, 0.8 * rowHeight)) },
        { x2: { field: "to" } },
      ),
      mark(
        tickRows(members, range, licks, width, ({ licks: times }) => times),
        { type: "tick", orient: "vertical", size: Math.max(1.5, 0.8 * rowHeight), thickness: 1 },
        {},
      ),
      mark(
        tickRows(members, range, rewards, width, ({ rewards: times }) => times),
        {
          type: "point",
          shape: "diamond",
          filled: true,
          opacity: 1,
          size: Math.min(36, Math.max(8, rowHeight ** 2)),
        },
        {},
      ),
    ],
  };
}

const groupNames: Readonly<Record<string, Template>> = {
  success: plotTexts.outcomeSuccess,
  "short-pull": plotTexts.outcomeShortPull,
  "no-response": plotTexts.outcomeNoResponse,
};

/** An outcome in the reader's language; any other group as it is called. */
export function groupName(group: string, say: Say): string {
  const template = Object.hasOwn(groupNames, group) ? groupNames[group] : undefined;
  return template === undefined ? group : say(template);
}

function pullRows(
  members: readonly RasterTrial[],
  [low, high]: readonly [number, number],
  what: string,
): SpecPart[] {
  return members.flatMap(({ pulls, trial }, row) =>
    pulls
      .filter(({ from, to }) => to >= low && from <= high)
      .map(({ from, to }) => ({
        what,
        trial,
        row: row + 0.5,
        from: round(Math.max(low, from)),
        to: round(Math.min(high, to)),
      })),
  );
}

function tickRows(
  members: readonly RasterTrial[],
  [low, high]: readonly [number, number],
  what: string,
  width: number,
  timesOf: (trial: RasterTrial) => readonly number[],
): SpecPart[] {
  const pixel = (high - low) / width;
  return members.flatMap((member, row) => {
    const shown = timesOf(member).filter((time) => time >= low && time <= high);
    const apart = [...new Map(shown.map((time) => [Math.floor(time / pixel), time])).values()];
    return apart.map((from) => ({ what, trial: member.trial, row: row + 0.5, from: round(from) }));
  });
}

function round(seconds: number): number {
  return Math.round(seconds * 1e4) / 1e4;
}
