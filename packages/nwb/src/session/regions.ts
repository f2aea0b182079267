import type { AttributeValue } from "../hdf5/values.ts";
import type {
  DffSignal,
  MaskChannel,
  NumericArray,
  RegionMasks,
  RegionSeries,
  TimeSelection,
} from "../types.ts";
import { missing, readNumbers, readTexts, toFloat64, wrongShape, type SessionContext } from "./context.ts";
import { readSeries } from "./series.ts";

/** Region names in the order of dF/F's columns; [] where a file has none. */
export async function readRegionNames(
  context: SessionContext,
  signals: readonly DffSignal[],
): Promise<readonly string[]> {
  const { file, profile } = context;
  const [signal] = signals;
  const rois = signal === undefined ? null : `${profile.dff[signal]}/rois`;
  const [rows, attributes] =
    rois === null ? [null, null] : await Promise.all([file.dataset(rois), file.attributes(rois)]);
  const isListed = rois !== null && rows !== null;
  const listedIn = isListed ? referenceIn(attributes?.get("table")) : undefined;
  const table = listedIn ?? Object.values(profile.regions.tables)[0];
  const path = `${table}/${profile.regions.name}`;
  if (table === undefined || (await file.dataset(path)) === null) return [];
  const names = await readTexts(context, path);
  if (!isListed) return names;
  return Array.from(await readNumbers(context, rois), (row) => {
    const name = names[row];
    if (name === undefined) throw wrongShape(context, rois, [names.length], `> ${row}`);
    return name;
  });
}

function referenceIn(value: AttributeValue | undefined): string | undefined {
  const isReference = typeof value === "object" && value !== null && "reference" in value;
  return isReference && typeof value.reference === "string" ? value.reference : undefined;
}

/** dF/F of all regions. */
export async function readDff(
  context: SessionContext,
  regions: readonly string[],
  signals: readonly DffSignal[],
  selection: TimeSelection & { readonly signal?: DffSignal },
): Promise<RegionSeries> {
  const name = selection.signal ?? Object.keys(context.profile.dff)[0] ?? "";
  if (!signals.includes(name)) throw missing(context, `dF/F ${name}`, signals);
  const path = context.profile.dff[name] as string;
  const series = await readSeries(context, path, selection, name, signals);
  if (series.width !== regions.length) {
    throw wrongShape(context, `${path}/data`, [series.count, series.width], `n x ${regions.length}`);
  }
  const { time, data, rateHz } = series;
  return { name, time, data: toFloat64(context, name, data), regions, rateHz, unit: context.profile.dffUnit };
}

/** Where the regions lie in the image of one excitation light. */
export async function readMasks(
  context: SessionContext,
  channels: readonly MaskChannel[],
  channel: MaskChannel | undefined,
): Promise<RegionMasks> {
  const { file, profile } = context;
  const { tables, name, description, mask } = profile.regions;
  const chosen = channel ?? Object.keys(tables)[0] ?? "";
  if (!channels.includes(chosen)) throw missing(context, `${chosen} region masks`, channels);
  const table = tables[chosen] as string;
  const shape = (await file.dataset(`${table}/${mask}`))?.shape ?? null;
  if (shape?.length !== 3) throw wrongShape(context, `${table}/${mask}`, shape, "regions x height x width");
  const names = await readTexts(context, `${table}/${name}`);
  if (names.length !== shape[0])
    throw wrongShape(context, `${table}/${name}`, [names.length], String(shape[0]));
  const described = (await file.dataset(`${table}/${description}`)) !== null;
  const values = await readNumbers(context, `${table}/${mask}`);
  return {
    names,
    descriptions: described ? await readTexts(context, `${table}/${description}`) : names.map(() => ""),
    height: shape[1] as number,
    width: shape[2] as number,
    data: insideOrNot(values),
  };
}

/** Weights and flags alike: 1 where a value is positive. */
function insideOrNot(values: NumericArray): Uint8Array {
  const mask = values instanceof Uint8Array ? values : new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) mask[i] = (values[i] as number) > 0 ? 1 : 0;
  return mask;
}

/** The atlas-to-image affine, 2 x 3 row by row. */
export async function readAtlasTransform(context: SessionContext): Promise<Float64Array> {
  const path = context.profile.atlasTransform;
  const info = path === null ? null : await context.file.dataset(path);
  if (path === null || info === null) throw missing(context, "atlas transform", []);
  const values = toFloat64(context, path, await readNumbers(context, path));
  if (values.length !== 6) throw wrongShape(context, path, info.shape, "1 x 2 x 3");
  return values;
}
