import { BraidynError } from "@braidyn/core";
import type { TimeSelection } from "../types.ts";
import { readNumbers, toFloat64, wrongShape, type SessionContext } from "./context.ts";

/** When a series' samples were taken. */
export interface TimeAxis {
  readonly count: number;
  /** 1 / mean step; NaN below two samples. */
  readonly rateHz: number;
  /** Seconds of samples `from <= i < to`. */
  times(from: number, to: number): Promise<Float64Array>;
}

/**
 * The axis of a time series: its `timestamps`, or its `starting_time` and `rate`.
 *
 * @param count number of samples that the axis must have.
 * @throws BraidynError `NWB_SHAPE` when it has another number, or there is no axis.
 */
export async function openTimeAxis(context: SessionContext, path: string, count: number): Promise<TimeAxis> {
  const { file } = context;
  const stamps = await file.dataset(`${path}/timestamps`);
  if (stamps === null) return regularAxis(context, path, count);
  if (stamps.shape?.length !== 1 || stamps.shape[0] !== count) {
    throw wrongShape(context, `${path}/timestamps`, stamps.shape, String(count));
  }
  const times = async (from: number, to: number) =>
    toFloat64(await readNumbers(context, `${path}/timestamps`, [from, to]));
  const [first, last] = count > 1 ? await Promise.all([times(0, 1), times(count - 1, count)]) : [];
  const span = (last?.[0] ?? NaN) - (first?.[0] ?? NaN);
  return { count, rateHz: (count - 1) / span, times };
}

async function regularAxis(context: SessionContext, path: string, count: number): Promise<TimeAxis> {
  const at = `${path}/starting_time`;
  const [info, attributes] = await Promise.all([context.file.dataset(at), context.file.attributes(at)]);
  const rateHz = attributes.get("rate");
  if (info === null || typeof rateHz !== "number" || !(rateHz > 0)) {
    throw wrongShape(context, `${path}/timestamps`, null, String(count));
  }
  const start = (await readNumbers(context, at))[0] ?? 0;
  return {
    count,
    rateHz,
    times: async (from, to) =>
      Float64Array.from({ length: to - from }, (_, i) => start + (from + i) / rateHz),
  };
}

/** Samples `from <= i < to` that a selection asks for; all of them by default. */
export async function selectRows(
  context: SessionContext,
  axis: TimeAxis,
  selection: TimeSelection,
): Promise<readonly [from: number, to: number]> {
  if (selection.time === undefined) return [0, axis.count];
  const [from, to] = selection.time;
  if (!(from <= to)) {
    throw new BraidynError("NWB_TIME_RANGE", { from: String(from), to: String(to) });
  }
  const first = await lowerBound(axis, from);
  const last = await lowerBound(axis, to);
  const times = await axis.times(first, Math.max(first, last));
  const sorted = times.every(
    (time, i) => time >= from && time < to && (i === 0 || time >= (times[i - 1] as number)),
  );
  // The search above trusts that time only goes forward.
  if (last < first || !sorted) {
    throw new BraidynError("NWB_TIMESTAMPS", {
      path: context.file.label,
      from: String(from),
      to: String(to),
    });
  }
  return [first, last];
}

/** Samples that one look reads: a cache block holds more. */
const lookSamples = 64;

/**
 * Index of the first sample that is not before `time`. Clocks are nearly regular, so a guess by the mean rate lands
 * close; every look at the file narrows the bounds, and every other one halves them.
 */
async function lowerBound(axis: TimeAxis, time: number): Promise<number> {
  let [low, high] = [0, axis.count]; // samples before `low` are earlier, those from `high` on are not
  if (axis.count === 0 || time === -Infinity) return 0;
  const start = (await axis.times(0, 1))[0] as number;
  if (!(start < time)) return 0;
  low = 1;
  const last = (await axis.times(axis.count - 1, axis.count))[0] as number;
  if (last < time) return axis.count;
  high = axis.count - 1;
  for (let looks = 0; low < high; looks++) {
    const guess = looks % 2 === 0 ? Math.round((time - start) * axis.rateHz) : Math.floor((low + high) / 2);
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
