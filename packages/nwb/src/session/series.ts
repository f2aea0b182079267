import type { NumericArray, TimeSelection, TimeSeries } from "../types.ts";
import { missing, readNumbers, wrongShape, type SessionContext } from "./context.ts";
import { openTimeAxis, selectRows, type TimeAxis } from "./time-axis.ts";

/** Samples of one series: `data` has `count` x `width` values, row by row. */
export interface SeriesRows {
  readonly time: Float64Array;
  readonly data: NumericArray;
  readonly width: number;
  readonly rateHz: number;
  readonly rows: readonly [from: number, to: number];
  readonly axis: TimeAxis;
}

/**
 * Reads the selected samples of the time series group at `path`, scaled as it says (`data * conversion + offset`).
 *
 * @throws BraidynError `NWB_MISSING` where there is no such series.
 */
export async function readSeries(
  context: SessionContext,
  path: string,
  selection: TimeSelection,
  what: string,
  available: readonly string[],
): Promise<SeriesRows> {
  const info = await context.file.dataset(`${path}/data`);
  if (info === null) throw missing(context, what, available);
  const { shape } = info;
  if (shape === null || shape.length < 1 || shape.length > 2 || info.elements !== "number") {
    throw wrongShape(context, `${path}/data`, shape, "n, n x k");
  }
  const count = shape[0] as number;
  const axis = await openTimeAxis(context, path, count);
  const rows = await selectRows(context, axis, selection);
  const [time, stored] = await Promise.all([axis.times(...rows), readNumbers(context, `${path}/data`, rows)]);
  const data = await scaled(context, `${path}/data`, stored);
  return { time, data, width: shape[1] ?? 1, rateHz: axis.rateHz, rows, axis };
}

/** One signal. */
export async function readSignal(
  context: SessionContext,
  path: string,
  selection: TimeSelection,
  name: string,
  unit: string | undefined,
  available: readonly string[],
): Promise<TimeSeries> {
  const series = await readSeries(context, path, selection, name, available);
  if (series.width !== 1) throw wrongShape(context, `${path}/data`, [series.axis.count, series.width], "n");
  const { time, data, rateHz } = series;
  return { name, time, data, rateHz, unit: unit ?? (await fileUnit(context, `${path}/data`)) };
}

async function fileUnit({ file }: SessionContext, path: string): Promise<string> {
  const unit = (await file.attributes(path)).get("unit");
  return typeof unit === "string" ? unit : "";
}

async function scaled({ file }: SessionContext, path: string, data: NumericArray): Promise<NumericArray> {
  const attributes = await file.attributes(path);
  const conversion = numberOr(attributes.get("conversion"), 1);
  const offset = numberOr(attributes.get("offset"), 0);
  if (conversion === 1 && offset === 0) return data;
  return Float64Array.from(data, (value) => value * conversion + offset);
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
