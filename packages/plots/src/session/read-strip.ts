import { BraidynError, isBraidynError, plotTexts } from "@braidyn/core";
import type { DffSignal, Session, TimeSeries } from "@braidyn/nwb";
import type { EventRow, Span, StripData } from "../kinds/strip.ts";
import { sayIn, type Say } from "../say.ts";
import type { PlotOptions } from "../spec.ts";
import { chooseRegions, onlyRegions } from "./choose-regions.ts";
import { spansOf, trialColumn } from "./events.ts";

export interface ReadStripOptions extends Pick<PlotOptions, "language"> {
  /** Which trial, from 0; default the first rewarded one, else the first. */
  readonly trial?: number;
  /** Instead of a trial: this part of the session, seconds on its clock. */
  readonly time?: readonly [from: number, to: number];
  readonly regions?: readonly string[];
  readonly signal?: DffSignal;
}

/** A strip and what it is of. */
export interface ReadStrip extends StripData {
  /** Null where a time was asked for. */
  readonly trial: { readonly number: number; readonly outcome: string | null } | null;
}

/** Motor, somatosensory, auditory, visual and retrosplenial areas: one of each system that the task engages. */
const usualRegions = ["MOs_l", "MOp_l", "SSp_ul_l", "SSp_m_l", "AUDp_l", "VISp_l", "RSPd_l"];

/** Seconds shown before a trial's cue and after its end. */
const margin = { before: 1, after: 2 } as const;

/**
 * Reads what {@link stripPlot} shows of one trial (0 s is its cue) or of a stretch of time. What a session lacks is left
 * out.
 *
 * @throws BraidynError `NWB_MISSING` without trials, `PLOT_TRIAL`, `PLOT_REGION`.
 */
export async function readStrip(session: Session, options: ReadStripOptions = {}): Promise<ReadStrip> {
  const say = sayIn(options);
  const { zero, range, trial } = options.time
    ? { zero: 0, range: options.time, trial: null }
    : await findTrial(session, options.trial);
  const shift = ({ from, to }: Span): Span => ({ from: from - zero, to: to - zero });
  const events = await readRows(session, range, say);
  const lever = await orNull(session.sensor("lever", { time: range }));
  return {
    ...shift({ from: range[0], to: range[1] }),
    events: events.map(({ label, spans }) => ({ label, spans: spans.map(shift) })),
    lever: lever && { time: lever.time.map((t) => t - zero), data: lever.data },
    dff: await readTraces(session, range, zero, options),
    trial,
  };
}

async function findTrial(session: Session, asked: number | undefined) {
  const trials = await session.trials();
  const outcomes = trials.columns["outcome"] as readonly string[] | undefined;
  const number = asked ?? Math.max(0, outcomes?.indexOf("success") ?? 0);
  const zero = trialColumn(session, trials, "start_time")[number];
  if (zero === undefined) {
    if (trials.count === 0) throw new BraidynError("PLOT_NO_TRIALS", {});
    throw new BraidynError("PLOT_TRIAL", {
      path: session.info.path,
      found: number,
      first: 0,
      last: trials.count - 1,
    });
  }
  const stop = trialColumn(session, trials, "stop_time")[number] as number;
  const range = [zero - margin.before, Math.max(stop, zero + 1) + margin.after] as const;
  return { zero, range, trial: { number, outcome: outcomes?.[number] ?? null } };
}

/** Rows of the signals that the session has; each row's signal is read once. */
async function readRows(session: Session, time: readonly [number, number], say: Say): Promise<EventRow[]> {
  const sensor = (name: string) => orNull(session.sensor(name, { time }));
  const [tone, task, lever, reward, lick] = await Promise.all(
    ["tone", "state_task", "state_lever", "reward", "lick"].map(sensor),
  );
  const row = (
    label: string,
    series: TimeSeries | null | undefined,
    on?: (value: number) => boolean,
  ): EventRow[] => (series && series.time.length > 0 ? [{ label, spans: spansOf(series, on) }] : []);
  return [
    ...row(say(plotTexts.rowTone), tone),
    ...row(say(plotTexts.rowCued), task, (state) => state === 1),
    ...row(say(plotTexts.rowRewardPhase), task, (state) => state === 2),
    ...row(say(plotTexts.rowLever), lever),
    ...row(say(plotTexts.rowReward), reward).map(asTicks),
    ...row(say(plotTexts.rowLick), lick).map(asTicks),
  ];
}

function asTicks({ label, spans }: EventRow): EventRow {
  return { label, spans: spans.map(({ from }) => ({ from, to: from })) };
}

async function readTraces(
  session: Session,
  time: readonly [number, number],
  zero: number,
  { regions, signal }: ReadStripOptions,
): Promise<StripData["dff"]> {
  if (session.contents.dff.length === 0) return null;
  const usual = usualRegions.filter((name) => session.regions.includes(name));
  const wanted = regions ?? (usual.length > 0 ? usual : session.regions.slice(0, 7));
  const names = chooseRegions(session, wanted);
  const series = onlyRegions(await session.dff({ time, ...(signal && { signal }) }), names);
  return { ...series, time: series.time.map((t) => t - zero) };
}

/** What a session lacks is no error here. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isBraidynError(error, "NWB_MISSING")) return null;
    throw error;
  }
}
