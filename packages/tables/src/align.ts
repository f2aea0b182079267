import { BraidynError } from "@braidyn/core";
import type { NumericArray } from "@braidyn/nwb";
import type { Windows } from "./windows.ts";

/** What windows are cut from: one signal, or several side by side. A loader's `TimeSeries` or `RegionSeries` will do. */
export interface Alignable {
  /** n seconds, ascending. */
  readonly time: Float64Array;
  /** n x columns, row by row. */
  readonly data: NumericArray;
  /** Column names; default `regions`, else one column under the series' `name`. */
  readonly columns?: readonly string[];
  readonly regions?: readonly string[];
  readonly name?: string;
  /** Default: 1 / mean step of `time`. */
  readonly rateHz?: number;
}

export interface AlignOptions {
  readonly beforeSeconds?: number;
  readonly afterSeconds?: number;
  /** Default: the series' own. */
  readonly rateHz?: number;
}

/**
 * Windows `[-beforeSeconds, +afterSeconds)` around events at `eventSeconds` on the series' clock. Both lengths go to the
 * nearest whole number of samples: 0.5 and 1.0 s at 30 Hz are always 15 + 30 samples. The event's sample is the one
 * nearest in time, of two equally near ones the earlier.
 *
 * An event is dropped, and listed in `dropped`, when its window leaves the recording or spans a gap in its clock (a step
 * of more than 1.5 samples), or when its time is NaN (a trial without a pull).
 *
 * @returns float32 windows from a Float32Array, else float64.
 * @throws BraidynError `TABLE_SHAPE`, `TABLE_OPTION` (a length that is no length), `TABLE_RATE` (a `rateHz` that is not the clock's).
 */
export function align(
  series: Alignable,
  eventSeconds: ArrayLike<number>,
  options: AlignOptions = {},
): Windows {
  const halfStep = 0.5 / rateOf(series, options);
  const frames = Array.from(eventSeconds, (seconds) => nearestFrame(series.time, seconds, halfStep));
  return cut(series, frames, options);
}

/**
 * {@link align} around events given as frame numbers, as `onsets` finds them.
 *
 * @throws BraidynError also `TABLE_FRAME` for an event that is not a whole number.
 */
export function alignFrames(
  series: Alignable,
  eventFrames: ArrayLike<number>,
  options: AlignOptions = {},
): Windows {
  const frames = Array.from(eventFrames);
  const index = frames.findIndex((frame) => !Number.isInteger(frame));
  if (index >= 0) throw new BraidynError("TABLE_FRAME", { index, value: frames[index] as number });
  return cut(series, frames, options);
}

function cut(series: Alignable, frames: readonly number[], options: AlignOptions): Windows {
  const { time, data } = series;
  const columns = columnsOf(series);
  const rateHz = rateOf(series, options);
  const { samples, samplesBefore } = lengths(options, rateHz);
  const fits = frames.map((frame) => isWhole(time, frame - samplesBefore, samples, 1.5 / rateHz));
  const kept = indicesWhere(fits, true);
  const size = samples * columns.length;
  const windows = new (data instanceof Float32Array ? Float32Array : Float64Array)(kept.length * size);
  kept.forEach((event, w) => {
    const from = ((frames[event] as number) - samplesBefore) * columns.length;
    windows.set(data.subarray(from, from + size), w * size);
  });
  return {
    data: windows,
    count: kept.length,
    samples,
    samplesBefore,
    columns,
    time: Float64Array.from({ length: samples }, (_, s) => (s - samplesBefore) / rateHz),
    rateHz,
    kept,
    dropped: indicesWhere(fits, false),
    frames: kept.map((event) => frames[event] as number),
  };
}

function indicesWhere(flags: readonly boolean[], wanted: boolean): Int32Array {
  return Int32Array.from(flags.flatMap((flag, i) => (flag === wanted ? [i] : [])));
}

function columnsOf({ columns, regions, name, time, data }: Alignable): readonly string[] {
  const names = columns ?? regions ?? [name ?? "value"];
  const expected = time.length * names.length;
  if (data.length === expected) return names;
  throw new BraidynError("TABLE_SHAPE", { what: name ?? "the series", found: data.length, expected });
}

/** How far a rate may be from the clock's before it must be a mistake, as a fraction. */
const rateTolerance = 0.1;

function rateOf({ time, rateHz: own }: Alignable, { rateHz }: AlignOptions): number {
  const steps = time.length - 1;
  const clockHz = own ?? steps / ((time[steps] as number) - (time[0] as number));
  const rate = rateHz ?? clockHz;
  // A clock of one sample (NaN) fits any rate; without one, NaN fails here.
  const fits = !(Math.abs(rate / clockHz - 1) > rateTolerance);
  if (fits && rate > 0 && rate < Infinity) return rate;
  throw new BraidynError("TABLE_RATE", { rateHz: rate, clockHz });
}

function lengths({ beforeSeconds = 0.5, afterSeconds = 1 }: AlignOptions, rateHz: number) {
  const samplesBefore = wholeSamples("beforeSeconds", beforeSeconds, rateHz);
  const samples = samplesBefore + wholeSamples("afterSeconds", afterSeconds, rateHz);
  if (samples > 0) return { samples, samplesBefore };
  const value = beforeSeconds + afterSeconds;
  throw new BraidynError("TABLE_OPTION", {
    name: "beforeSeconds + afterSeconds",
    value,
    expected: `>= ${1 / rateHz}`,
  });
}

function wholeSamples(name: string, value: number, rateHz: number): number {
  if (value >= 0 && value < Infinity) return Math.round(value * rateHz);
  throw new BraidynError("TABLE_OPTION", { name, value, expected: "0 <= s < ∞" });
}

/** Whether samples `start` to `start + samples` are all there, without a gap between them. */
function isWhole(time: Float64Array, start: number, samples: number, gapSeconds: number): boolean {
  if (!(start >= 0 && start + samples <= time.length)) return false;
  for (let i = start + 1; i < start + samples; i++) {
    if ((time[i] as number) - (time[i - 1] as number) > gapSeconds) return false;
  }
  return true;
}

/** Index of the time nearest `seconds`; NaN when that is more than half a step outside the recording. */
function nearestFrame(time: Float64Array, seconds: number, halfStep: number): number {
  const after = firstAtOrAfter(time, seconds);
  const toNext = (time[after] ?? Infinity) - seconds;
  const toPrevious = seconds - (time[after - 1] ?? -Infinity);
  const outside = after === 0 ? toNext > halfStep : after === time.length && toPrevious > halfStep;
  if (outside || Number.isNaN(seconds)) return NaN;
  return toPrevious <= toNext ? after - 1 : after;
}

function firstAtOrAfter(time: Float64Array, seconds: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
