import { isBraidynError } from "@braidyn/core";
import type { Session, TimeSeries } from "@braidyn/nwb";
import type { ChallengeDefinition } from "../challenge/definition.ts";

/** What is known of rows and their session beside the input: what controls and shortcut probes learn from. */
export interface RowFeatures {
  /** One value a row for every column: means of what the animal did, in parts of the row's window. */
  readonly behaviour: Readonly<Record<string, Float64Array>>;
  /** One value a row for every column: the room's sensors at the row's time. */
  readonly environment: Readonly<Record<string, Float64Array>>;
  /** One value for the whole session: its length, how often things happened, the room's means. */
  readonly session: Readonly<Record<string, number>>;
}

export const noFeatures: RowFeatures = { behaviour: {}, environment: {}, session: {} };

/** Signals of the animal, by their NWB names. */
export const behaviourSensors = ["lever", "lick", "motion"] as const;
/** Signals of the room, by their NWB names. */
export const environmentSensors = ["air_pressure", "CO2_level", "humidity", "room_temp"] as const;
/** Signals whose rises are counted. */
const countedSensors = ["state_lever", "lick", "reward", "tone"] as const;

/** Parts of a row's window, so that a rise and a fall are told apart. */
const windowParts = 5;

/**
 * Features of a session's rows from the sensors that it has; those that it lacks, or that cannot be read, give none.
 *
 * @param time each row's time zero, seconds.
 */
export async function sessionFeatures(
  session: Session,
  { input }: ChallengeDefinition,
  time: Float64Array,
): Promise<RowFeatures> {
  const names = [...new Set([...behaviourSensors, ...environmentSensors, ...countedSensors])];
  const sensors = new Map<string, TimeSeries>();
  for (const name of names) {
    const series = await readable(session, name);
    if (series !== null && series.time.length > 1) sensors.set(name, series);
  }
  const { from_seconds: from, to_seconds: to } = input.window ?? { from_seconds: 0, to_seconds: 0 };
  const behaviour: Record<string, Float64Array> = {};
  const environment: Record<string, Float64Array> = {};
  const ofSession: Record<string, number> = { rows: time.length };
  for (const [name, series] of sensors) {
    ofSession["seconds"] ??= (series.time.at(-1) ?? 0) - (series.time[0] ?? 0);
    if (isOneOf(environmentSensors, name)) {
      environment[name] = Float64Array.from(time, (zero) => meanBetween(series, zero, zero));
      ofSession[name] = meanBetween(series, -Infinity, Infinity);
    }
    if (isOneOf(countedSensors, name)) ofSession[`${name}_count`] = rises(series.data);
    if (!isOneOf(behaviourSensors, name)) continue;
    ofSession[name] = meanBetween(series, -Infinity, Infinity);
    const parts = to > from ? windowParts : 0;
    for (let part = 0; part < parts; part++) {
      const start = from + ((to - from) * part) / parts;
      const end = from + ((to - from) * (part + 1)) / parts;
      behaviour[`${name}_${part}`] = Float64Array.from(time, (zero) =>
        meanBetween(series, zero + start, zero + end),
      );
    }
    behaviour[`${name}_session`] = new Float64Array(time.length).fill(ofSession[name]);
  }
  return { behaviour, environment, session: ofSession };
}

/** A sensor that is damaged is none of a challenge's that does not read it. */
async function readable(session: Session, name: string): Promise<TimeSeries | null> {
  try {
    return await session.sensor(name);
  } catch (error) {
    if (isBraidynError(error) && error.code.startsWith("NWB_")) return null;
    throw error;
  }
}

/** Mean of the samples with `from <= t < to`; the nearest sample where there is none; 0 where nothing is finite. */
function meanBetween({ time, data }: TimeSeries, from: number, to: number): number {
  const first = firstAtOrAfter(time, from);
  const end = Math.max(firstAtOrAfter(time, to), first + 1);
  let sum = 0;
  let count = 0;
  for (let i = Math.min(first, time.length - 1); i < Math.min(end, time.length); i++) {
    const value = data[i] as number;
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function firstAtOrAfter(time: Float64Array, seconds: number): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rises(data: ArrayLike<number>): number {
  let count = 0;
  for (let i = 1; i < data.length; i++)
    if ((data[i] as number) > 0.5 && !((data[i - 1] as number) > 0.5)) count++;
  return count;
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
