import { BraidynError } from "@braidyn/core";
import type { DffSignal, Session } from "@braidyn/nwb";
import { align, type Windows } from "@braidyn/tables";
import { outcomeColors } from "../theme.ts";
import { checkGroups } from "./check-groups.ts";
import { chooseRegions, onlyRegions } from "./choose-regions.ts";
import { readEvents, trialWords, type EventName } from "./events.ts";

export interface WindowOptions {
  /** Default `pull`. */
  readonly event?: EventName;
  /** A column of words in the trials that splits the windows into groups: `outcome`, or another paradigm's own. */
  readonly by?: string;
  /** Only events of trials with these outcomes. */
  readonly outcomes?: readonly string[];
  readonly beforeSeconds?: number;
  readonly afterSeconds?: number;
  /** Only events in this part of the session, seconds on its clock. */
  readonly time?: readonly [from: number, to: number];
  readonly regions?: readonly string[];
  readonly signal?: DffSignal;
}

/** Windows of one group of events. */
export interface WindowGroup {
  /** What the trials' column says; "" without one. */
  readonly group: string;
  readonly windows: Windows;
}

/**
 * Windows of dF/F around a session's events, in groups; groups without a window are left out.
 *
 * @throws BraidynError `PLOT_NO_WINDOWS` when none is left, `NWB_MISSING`, `PLOT_REGION`, `PLOT_OPTION`
 * for a column of more than 12 groups.
 */
export async function readWindows(session: Session, options: WindowOptions = {}): Promise<WindowGroup[]> {
  const { event = "pull", beforeSeconds = 1, afterSeconds = 2, time, signal } = options;
  const regions = chooseRegions(session, options.regions);
  const groups = await groupTimes(session, event, options);
  checkGroups(options.by ?? "", groups.keys());
  const margin = 1; // so that the nearest sample on either side is there
  const range = time && ([time[0] - beforeSeconds - margin, time[1] + afterSeconds + margin] as const);
  const all = await session.dff({ ...(range && { time: range }), ...(signal && { signal }) });
  const dff = onlyRegions(all, regions);
  const found = [...groups]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([group, times]) => ({ group, windows: align(dff, times, { beforeSeconds, afterSeconds }) }))
    .filter(({ windows }) => windows.count > 0);
  if (found.length === 0) throw new BraidynError("PLOT_NO_WINDOWS", {});
  return found;
}

/** Known outcomes first, in the theme's order. */
function placeOf(group: string): number {
  const place = Object.keys(outcomeColors).indexOf(group);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

async function groupTimes(
  session: Session,
  event: EventName,
  { by, outcomes, time: [from, to] = [-Infinity, Infinity] }: WindowOptions,
): Promise<Map<string, number[]>> {
  const { times, trials } = await readEvents(session, event);
  const words = by === undefined ? null : trialWords(session, await session.trials(), by);
  const ended = outcomes === undefined ? null : trialWords(session, await session.trials(), "outcome");
  const groups = new Map<string, number[]>();
  times.forEach((seconds, i) => {
    const trial = trials[i] as number;
    const wanted = ended === null || outcomes?.includes(ended[trial] ?? "");
    if (!wanted || !(seconds >= from && seconds < to)) return;
    const group = words === null ? "" : words[trial];
    if (group === undefined) return;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [seconds]);
    else known.push(seconds);
  });
  return groups;
}

/**
 * Windows of several sessions as those of one, group by group.
 *
 * @throws BraidynError `PLOT_SESSIONS` unless all have the same regions and length.
 */
export function poolWindows(
  sessions: readonly { readonly path: string; readonly groups: readonly WindowGroup[] }[],
): WindowGroup[] {
  const names = [...new Set(sessions.flatMap(({ groups }) => groups.map(({ group }) => group)))];
  return names.map((name) => ({
    group: name,
    windows: sessions
      .flatMap(({ path, groups }) =>
        groups.filter(({ group }) => group === name).map(({ windows }) => ({ path, windows })),
      )
      .reduce((pooled, next) => ({
        path: next.path,
        windows: joined(pooled.windows, next.windows, next.path),
      })).windows,
  }));
}

function joined(a: Windows, b: Windows, path: string): Windows {
  const alike =
    a.samples === b.samples &&
    a.columns.length === b.columns.length &&
    a.columns.every((name, i) => name === b.columns[i]);
  if (!alike) throw new BraidynError("PLOT_SESSIONS", { path });
  const data = new Float64Array(a.data.length + b.data.length);
  data.set(a.data);
  data.set(b.data, a.data.length);
  const list = (first: Int32Array, second: Int32Array) => Int32Array.from([...first, ...second]);
  return {
    ...{ ...a, data, count: a.count + b.count },
    ...{ kept: list(a.kept, b.kept), dropped: list(a.dropped, b.dropped), frames: list(a.frames, b.frames) },
  };
}
