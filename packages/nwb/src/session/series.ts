import type { AttributeValue } from "../hdf5/values.ts";
import type { NumericArray, TimeSelection, TimeSeries } from "../types.ts";
import { missing, newFloat64, readNumbers, wrongShape, type SessionContext } from "./context.ts";
import { findSamples, openTimeAxis, type SelectedSamples } from "./time-axis.ts";

/** Samples of one series: `data` has `width` values a sample, row by row. */
export interface SeriesRows extends SelectedSamples {
  readonly data: NumericArray;
  readonly width: number;
  /** Samples of the whole series. */
  readonly count: number;
  /** What the file says of `data`. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
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
  const { shape, elements } = info;
  if (!shape || shape.length < 1 || shape.length > 2) throw wrongShape(context, path, shape, "n, n x k");
  if (elements !== "number" && elements !== "boolean")
    throw wrongShape(context, `${path}/data`, shape, "numbers");
  const count = shape[0] as number;
  const axis = await openTimeAxis(context, path, count);
  const found = await findSamples(context, axis, selection);
  const [samples, values] = await Promise.all([
    found.read(),
    readScaled(context, `${path}/data`, found.rows),
  ]);
  return { ...samples, ...values, width: shape[1] ?? 1, count };
}

/** Rows of a dataset, scaled by its attributes `conversion` and `offset`. */
export async function readScaled(
  context: SessionContext,
  path: string,
  rows: readonly [number, number],
): Promise<Pick<SeriesRows, "data" | "attributes">> {
  const [attributes, stored] = await Promise.all([
    context.file.attributes(path),
    readNumbers(context, path, rows),
  ]);
  const conversion = numberOr(attributes.get("conversion"), 1);
  const offset = numberOr(attributes.get("offset"), 0);
  if (conversion === 1 && offset === 0) return { data: stored, attributes };
  const data = newFloat64(context, path, stored.length);
  for (let i = 0; i < data.length; i++) data[i] = (stored[i] as number) * conversion + offset;
  return { data, attributes };
}

/** One signal; without `unit` it has the file's. */
export async function readSignal(
  context: SessionContext,
  path: string,
  selection: TimeSelection,
  name: string,
  unit: string | undefined,
  available: readonly string[],
): Promise<TimeSeries> {
  const series = await readSeries(context, path, selection, name, available);
  const { time, data, width, rateHz, count, attributes } = series;
  if (width !== 1) throw wrongShape(context, `${path}/data`, [count, width], "n");
  const own = attributes.get("unit");
  return { name, time, data, rateHz, unit: unit ?? (typeof own === "string" ? own : "") };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
