import { BraidynError, plotTexts } from "@braidyn/core";
import { sayIn } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec } from "../spec.ts";
import { categorical, faint } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** One scored submission. */
export interface Submission {
  readonly team: string;
  /** ISO 8601, or milliseconds since 1970. */
  readonly time: string | number;
  readonly score: number;
}

export interface BoardProgressOptions extends PlotOptions {
  readonly metric?: string;
  /** Whether a greater score is better (default). */
  readonly higherIsBetter?: boolean;
  /** Teams with a colour of their own; the others are grey. */
  readonly highlighted?: number;
}

/**
 * Every team's best score so far over time, as steps, with a dot a submission; the leading teams in colour.
 *
 * @throws BraidynError `PLOT_NO_SCORES` without a scored submission at a known time.
 */
export function boardProgressPlot(
  submissions: readonly Submission[],
  options: BoardProgressOptions = {},
): PlotSpec {
  const say = sayIn(options);
  const { higherIsBetter = true, highlighted = 6 } = options;
  const known = submissions
    .map(({ team, time, score }) => ({ team, time: new Date(time).getTime(), score }))
    .filter(({ time, score }) => Number.isFinite(time) && Number.isFinite(score))
    .sort((a, b) => a.time - b.time);
  if (known.length === 0) throw new BraidynError("PLOT_NO_SCORES", {});
  const { width, height } = sizeOf(options, { width: 640, height: 320 });
  const teams = rankTeams(known, higherIsBetter);
  const leaders = teams.slice(0, Math.min(highlighted, categorical.length));
  const others = say(plotTexts.otherTeams, { count: teams.length - leaders.length });
  const end = (known.at(-1) as TimedScore).time;
  const shown = (team: string) => (leaders.includes(team) ? team : others);
  const color = {
    ...{ field: "shown", type: "nominal" },
    scale: {
      domain: [...leaders, ...(teams.length > leaders.length ? [others] : [])],
      range: [...leaders.map((_, i) => categorical[i] as string), faint],
    },
    legend: { title: null, symbolType: "stroke", symbolStrokeWidth: 2.5, symbolOpacity: 1 },
  };
  const x = {
    field: "time",
    type: "temporal",
    title: say(plotTexts.submittedAt),
    axis: {
      tickCount: 6,
      labelSeparation: 10,
      labelOverlap: true,
      format: timeFormat(end - (known[0] as TimedScore).time),
    },
  };
  const y = {
    field: "score",
    type: "quantitative",
    title: options.metric ?? say(plotTexts.score),
    scale: { zero: false },
    axis: { grid: true },
  };
  const steps = teams.flatMap((team) =>
    bestSoFar(
      known.filter((each) => each.team === team),
      higherIsBetter,
      end,
    ),
  );
  const withColor = (rows: readonly TimedScore[]) => rows.map((row) => ({ ...row, shown: shown(row.team) }));
  const body = {
    ...{ width, height },
    layer: [
      {
        data: { values: withColor(steps).reverse() },
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
        encoding: { x, y, color, detail: { field: "team" }, order: { field: "time" } },
      },
      {
        data: { values: withColor(known) },
        mark: { type: "point", filled: true, size: 22, opacity: 0.8 },
        encoding: {
          x,
          y,
          color,
          tooltip: tooltipOf(say, "team", "time", "score").map((part) =>
            part["field"] === "time" ? { ...part, type: "temporal" } : part,
          ),
        },
      },
    ],
  };
  return plotSpec(
    body,
    { title: say(plotTexts.progressTitle), subtitle: say(plotTexts.progressSubtitle) },
    options,
  );
}

interface TimedScore {
  readonly team: string;
  readonly time: number;
  readonly score: number;
}

const dayMilliseconds = 86_400_000;

/** Days alone where there are many, hours alone within one; digits are the same in every language. */
function timeFormat(milliseconds: number): string {
  if (milliseconds <= dayMilliseconds) return "%H:%M";
  return milliseconds > 4 * dayMilliseconds ? "%m-%d" : "%m-%d %H:%M";
}

/** Teams by their best score, the best first; of two equal ones who had it first. */
function rankTeams(scores: readonly TimedScore[], higherIsBetter: boolean): string[] {
  const best = new Map<string, number>();
  for (const { team, score } of scores) {
    const before = best.get(team);
    if (before === undefined || (higherIsBetter ? score > before : score < before)) best.set(team, score);
  }
  const sign = higherIsBetter ? -1 : 1;
  return [...best].sort(([, a], [, b]) => sign * (a - b)).map(([team]) => team);
}

/** One team's steps, carried on to the end. */
function bestSoFar(scores: readonly TimedScore[], higherIsBetter: boolean, end: number): TimedScore[] {
  const steps: TimedScore[] = [];
  for (const each of scores) {
    const best = steps.at(-1)?.score;
    if (best === undefined || (higherIsBetter ? each.score > best : each.score < best)) steps.push(each);
  }
  return [...steps, { ...(steps.at(-1) as TimedScore), time: end }];
}
