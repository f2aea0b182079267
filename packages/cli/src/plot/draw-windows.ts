import { commandTexts, plotTexts } from "@braidyn/core";
import type { RegionMasks, RemoteOptions, Session } from "@braidyn/nwb";
import type { EventName, PlotOptions, PlotSpec, WindowGroup, WindowOptions } from "@braidyn/plots";
import { withSession } from "../open-file.ts";
import { withProgress } from "../progress.ts";
import { findSessions } from "../sessions/find.ts";
import type { Shell } from "../shell.ts";
import type { PlotRequest } from "./draw.ts";
import { definedOnly } from "./kinds.ts";

/** What is known of all sessions together. */
interface Pooled {
  readonly groups: readonly WindowGroup[];
  /** Of the first session; null for a plot that needs none. */
  readonly masks: RegionMasks | null;
  /** The session's name, or how many there are. */
  readonly source: string;
}

/** PETHs and cortex maps: windows around an event, of one session or of several together. */
export async function drawWindows(
  kind: "peth" | "cortex-map",
  { files, selection, options, format, remote }: PlotRequest,
  shell: Shell,
): Promise<PlotSpec> {
  const { event = "pull", by, outcome, time, window, regions, signal } = selection;
  const [beforeSeconds, afterSeconds] = window ?? [];
  const wanted = definedOnly({
    event,
    by,
    outcomes: outcome,
    time,
    regions,
    signal,
    beforeSeconds,
    afterSeconds,
  });
  const paths = (await findSessions(files, shell, remote)).map(({ path }) => path);
  const pooled = await readAll(paths, wanted, { withMasks: kind === "cortex-map", remote }, shell);
  const baseline = baselineFor(beforeSeconds);
  const given = { source: pooled.source, ...options };
  if (kind === "peth") return drawPeth(pooled, event, baseline, given, shell);
  return drawMap(
    pooled,
    { event, baseline, moving: format === "html", afterSeconds: afterSeconds ?? 2 },
    given,
    shell,
  );
}

type Baseline = readonly [number, number] | null;

/** Half a second before the event, or as much of it as the window has. */
function baselineFor(beforeSeconds = 1): Baseline {
  const seconds = Math.min(0.5, beforeSeconds);
  return seconds >= 0.05 ? [-seconds, 0] : null;
}

async function readAll(
  files: readonly string[],
  wanted: WindowOptions,
  { withMasks, remote }: { readonly withMasks: boolean; readonly remote: RemoteOptions },
  shell: Shell,
): Promise<Pooled> {
  const { poolWindows, readWindows } = await import("@braidyn/plots");
  return withProgress(shell, shell.text(commandTexts.reading), files.length, async (advance) => {
    let masks: RegionMasks | null = null;
    const sessions: { path: string; name: string; groups: readonly WindowGroup[] }[] = [];
    for (const [i, path] of files.entries()) {
      const read = async (session: Session): Promise<void> => {
        if (withMasks) masks ??= await session.masks();
        sessions.push({ path, name: session.info.session, groups: await readWindows(session, wanted) });
      };
      await withSession(path, shell, read, remote);
      advance(i + 1, path);
    }
    const several = shell.text(plotTexts.severalSessions, { count: files.length });
    const source = files.length === 1 ? (sessions[0]?.name ?? "") : several;
    return { groups: poolWindows(sessions), masks, source };
  });
}

async function drawPeth(
  { groups }: Pooled,
  event: EventName,
  baseline: Baseline,
  options: PlotOptions,
  { text }: Shell,
): Promise<PlotSpec> {
  const { groupName, outcomeColors, pethPlot } = await import("@braidyn/plots");
  const { peth } = await import("@braidyn/tables");
  const colors: Readonly<Record<string, string>> = outcomeColors;
  const lines = groups.map(({ group, windows }) => ({
    label: text(plotTexts.groupCount, {
      group: group === "" ? text(plotTexts.allEvents) : groupName(group, text),
      count: windows.count,
    }),
    peth: peth(windows, { baseline }),
    ...definedOnly({ color: colors[group] }),
  }));
  return pethPlot(lines, { event: eventText(event, text), ...options });
}

async function drawMap(
  { groups: [group], masks }: Pooled,
  {
    event,
    baseline,
    moving,
    afterSeconds,
  }: { event: EventName; baseline: Baseline; moving: boolean; afterSeconds: number },
  options: PlotOptions,
  { text }: Shell,
): Promise<PlotSpec> {
  const { cortexMapPlot, meanValues, movingValues } = await import("@braidyn/plots");
  const title = text(plotTexts.cortexTitleOf, { event: eventText(event, text) });
  const windows = group as WindowGroup;
  const count = windows.windows.count;
  if (moving) {
    const seconds = (at: number) => text(plotTexts.cortexFrame, { seconds: at.toFixed(2) });
    const values = movingValues(windows, { baseline }, seconds);
    const subtitle = text(plotTexts.cortexCount, { count });
    return cortexMapPlot(masks as RegionMasks, values, { title, subtitle, ...options });
  }
  const range = [0, Math.min(1, afterSeconds)] as const;
  const subtitle = text(plotTexts.cortexRange, { from: range[0], to: range[1], count });
  return cortexMapPlot(masks as RegionMasks, meanValues(windows, { range, baseline }), {
    title,
    subtitle,
    ...options,
  });
}

function eventText(event: EventName, text: Shell["text"]): string {
  const texts = {
    pull: plotTexts.eventPull,
    lever: plotTexts.eventLever,
    cue: plotTexts.eventCue,
    reward: plotTexts.eventReward,
    lick: plotTexts.eventLick,
  };
  return text(texts[event]);
}
