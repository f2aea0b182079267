import { BraidynError } from "@braidyn/core";
import type { TimeSelection } from "../types.ts";
import { newFloat64, readNumbers, toFloat64, wrongShape, type SessionContext } from "./context.ts";

/** When a series' samples were taken. */
export interface TimeAxis {
  readonly count: number;
  /** As the file says; null where the mean step of the timestamps tells. */
  readonly rateHz: number | null;
  /** Seconds of samples `from <= i < to`. */
  times(from: number, to: number): Promise<Float64Array>;
}

/** The samples that a selection asks for. */
export interface SelectedSamples {
  readonly rows: readonly [from: number, to: number];
  readonly time: Float64Array;
  /** 1 / mean step of the whole series; NaN where timestamps below two do not tell. */
  readonly rateHz: number;
}

/**
 * The axis of a time series: its `timestamps`, or its `starting_time` and `rate`. Looks at shapes only.
 *
 * @param count number of samples that the axis must have.
 * @throws BraidynError `NWB_SHAPE` when it has another number, or there is no axis.
 */
export async function openTimeAxis(context: SessionContext, path: string, count: number): Promise<TimeAxis> {
  const stamps = await context.file.dataset(`${path}/timestamps`);
  if (stamps === null) return regularAxis(context, path, count);
  if (stamps.shape?.length !== 1 || stamps.shape[0] !== count) {
    throw wrongShape(context, `${path}/timestamps`, stamps.shape, String(count));
  }
  const times = async (from: number, to: number) =>
    toFloat64(context, path, await readNumbers(context, `${path}/timestamps`, [from, to]));
  return { count, rateHz: null, times };
}

async function regularAxis(context: SessionContext, path: string, count: number): Promise<TimeAxis> {
  const at = `${path}/starting_time`;
  const [info, attributes] = await Promise.all([context.file.dataset(at), context.file.attributes(at)]);
  const rateHz = attributes.get("rate");
  if (info === null || typeof rateHz !== "number" || !(rateHz > 0)) {
    throw wrongShape(context, `${path}/timestamps`, null, String(count));
  }
  const start = (await readNumbers(context, at))[0] ?? 0;
  const times = async (from: number, to: number) => {
    const seconds = newFloat64(context, `the clock of ${path}`, to - from);
    for (let i = 0; i < seconds.length; i++) seconds[i] = start + (from + i) / rateHz;
    return seconds;
  };
  return { count, rateHz, times };
}

/** The samples with `from <= t < to`; all of them by default. Reads only their times, and a few to find them. */
export async function selectSamples(
  context: SessionContext,
  axis: TimeAxis,
  selection: TimeSelection,
): Promise<SelectedSamples> {
  return (await findSamples(context, axis, selection)).read();
}

/** Samples whose rows are known, and whose times are still to be read. */
export interface FoundSamples {
  readonly rows: readonly [from: number, to: number];
  read(): Promise<SelectedSamples>;
}

/** As {@link selectSamples}, but for the times: data can be read beside them. */
export async function findSamples(
  context: SessionContext,
  axis: TimeAxis,
  selection: TimeSelection,
): Promise<FoundSamples> {
  const { count } = axis;
  if (selection.time === undefined) {
    const rows = [0, count] as const;
    const read = async () => {
      const time = await axis.times(...rows);
      return { rows, time, rateHz: rateOf(axis, time[0], time[count - 1]) };
    };
    return { rows, read };
  }
  const [from, to] = selection.time;
  if (!(from <= to)) throw new BraidynError("NWB_TIME_RANGE", { from: String(from), to: String(to) });
  const [start, end] = await Promise.all([sampleTime(axis, 0), sampleTime(axis, count - 1)]);
  const clock: Clock = { axis, start, end, rateHz: rateOf(axis, start, end) };
  const [first, last] = await Promise.all([lowerBound(clock, from), lowerBound(clock, to)]);
  const rows = [first, Math.max(first, last)] as const;
  const read = async () => {
    const time = await axis.times(...rows);
    // The search trusts that time only goes forward.
    if (last < first || !runsForward(time, from, to)) {
      const { label } = context.file;
      throw new BraidynError("NWB_TIMESTAMPS", { path: label, from: String(from), to: String(to) });
    }
    return { rows, time, rateHz: clock.rateHz };
  };
  return { rows, read };
}

function rateOf({ count, rateHz }: TimeAxis, start = NaN, end = NaN): number {
  return rateHz ?? (count > 1 ? (count - 1) / (end - start) : NaN);
}

async function sampleTime(axis: TimeAxis, index: number): Promise<number> {
  return axis.count === 0 ? NaN : ((await axis.times(index, index + 1))[0] as number);
}

function runsForward(time: Float64Array, from: number, to: number): boolean {
  let previous = from;
  for (const seconds of time) {
    if (!(seconds >= previous && seconds < to)) return false;
    previous = seconds;
  }
  return true;
}

interface Clock {
  readonly axis: TimeAxis;
  /** Seconds of the first and the last sample. */
  readonly start: number;
  readonly end: number;
  readonly rateHz: number;
}

/** Samples that one look reads: a cache block holds more. */
const lookSamples = 64;

/**
 * Index of the first sample that is not before `time`. Clocks are nearly regular, so a guess by the mean rate lands
 * close; every look at the file narrows the bounds, and every other one halves them.
 */
async function lowerBound({ axis, start, end, rateHz }: Clock, time: number): Promise<number> {
  if (axis.count === 0 || !(start < time)) return 0;
  if (end < time) return axis.count;
  let [low, high] = [1, axis.count - 1]; // samples before `low` are earlier, those from `high` on are not
  for (let looks = 0; low < high; looks++) {
    const guess = looks % 2 === 0 ? Math.round((time - start) * rateHz) : Math.floor((low + high) / 2);
    const centre = Math.min(high, Math.max(low, Number.isFinite(guess) ? guess : low));
    const from = Math.max(low, centre - lookSamples / 2);
    const to = Math.min(high, from + lookSamples);
    const seen = await axis.times(from, to);
    const inside = seen.findIndex((sample) => !(sample < time));
    if (inside < 0) low = to;
    else if (inside > 0 || from === low) return from + inside;
    else high = from;
  }
  return low;
}
