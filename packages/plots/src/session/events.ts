import { BraidynError } from "@braidyn/core";
import type { Session, TimeSeries, Trials } from "@braidyn/nwb";
import type { Span } from "../kinds/strip.ts";

/** Events that windows can be cut around. */
export const eventNames = ["pull", "cue", "reward", "lick", "lever"] as const;
export type EventName = (typeof eventNames)[number];

/** Events of a session. */
export interface SessionEvents {
  /** Seconds on the session's clock. */
  readonly times: Float64Array;
  /** The trial each belongs to, -1 for none. */
  readonly trials: Int32Array;
}

/**
 * `pull`: each trial's `pull_onset`; `cue`: each trial's `start_time`; `reward` and `lick`: the sensor going on; `lever`:
 * every pull, cued or not. The last three belong to the trial that began last.
 *
 * @throws BraidynError `NWB_MISSING`.
 */
export async function readEvents(session: Session, event: EventName): Promise<SessionEvents> {
  if (event === "pull") return eventsOfTrials(session, await session.trials(), "pull_onset");
  if (event === "cue") return eventsOfTrials(session, await session.trials(), "start_time");
  const spans = spansOf(await session.sensor(event === "lever" ? "state_lever" : event));
  const times = Float64Array.from(spans, ({ from }) => from);
  const starts = session.contents.downsampled.trials
    ? trialColumn(session, await session.trials(), "start_time")
    : [];
  return { times, trials: Int32Array.from(times, (time) => lastBefore(starts, time)) };
}

/** Trials without that event, such as a pull, have none: NaN is left out. */
function eventsOfTrials(session: Session, trials: Trials, column: string): SessionEvents {
  const all = Float64Array.from(trialColumn(session, trials, column));
  const known = Int32Array.from(all.keys()).filter((trial) => !Number.isNaN(all[trial]));
  return { times: Float64Array.from(known, (trial) => all[trial] as number), trials: known };
}

/** A column of numbers. @throws BraidynError `NWB_MISSING`. */
export function trialColumn(session: Session, { columns }: Trials, name: string): ArrayLike<number> {
  const column = columns[name];
  if (ArrayBuffer.isView(column)) return column;
  throw missing(session, `column ${name} of trials`, Object.keys(columns));
}

/** A column of words. @throws BraidynError `NWB_MISSING`. */
export function trialWords(session: Session, { columns }: Trials, name: string): readonly string[] {
  const column = columns[name];
  if (column !== undefined && !ArrayBuffer.isView(column)) return column as readonly string[];
  const words = Object.keys(columns).filter((key) => !ArrayBuffer.isView(columns[key]));
  throw missing(session, `column ${name} of words in trials`, words);
}

export function missing(session: Session, what: string, available: readonly string[]): BraidynError {
  return new BraidynError("NWB_MISSING", {
    path: session.info.path,
    what,
    available: available.join(", ") || "–",
  });
}

function lastBefore(starts: ArrayLike<number>, time: number): number {
  let last = -1;
  for (let i = 0; i < starts.length; i++) if ((starts[i] as number) <= time) last = i;
  return last;
}

/** Stretches in which a 0/1 signal is on, from its first sample to the sample after its last; `on` says which values are. */
export function spansOf({ time, data }: TimeSeries, on = (value: number) => value > 0.5): Span[] {
  const spans: Span[] = [];
  let start = -1;
  for (let i = 0; i <= time.length; i++) {
    const isOn = i < time.length && on(data[i] as number);
    if (isOn && start < 0) start = i;
    if (isOn || start < 0) continue;
    spans.push({ from: time[start] as number, to: time[Math.min(i, time.length - 1)] as number });
    start = -1;
  }
  return spans;
}
