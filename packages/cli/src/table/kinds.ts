import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import type { trials } from "@braidyn/tables";

/** A table as `@braidyn/tables` makes it. */
export type ColumnTable = Awaited<ReturnType<typeof trials>>;

export const tableKinds = ["trials", "regions", "keypoints", "sensors", "pupil", "masks"] as const;
export type TableKind = (typeof tableKinds)[number];

/** What to take of a session; each kind uses some of these. */
export interface TableSelection {
  readonly raw?: boolean | undefined;
  readonly view?: string | undefined;
  readonly time?: readonly [from: number, to: number] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly signal?: string | undefined;
  readonly long?: boolean | undefined;
}

/** Which options change a kind of table; another one given would be ignored, so it is refused. */
export const optionsOf: Readonly<Record<TableKind, readonly (keyof TableSelection)[]>> = {
  trials: ["raw"],
  regions: ["time", "signal", "long", "names"],
  keypoints: ["raw", "view", "time", "names", "long"],
  sensors: ["raw", "time", "names"],
  pupil: ["raw", "time"],
  masks: [],
};

/** One session's table. @throws BraidynError `NWB_MISSING` for what the session lacks. */
export async function tableOf(
  kind: TableKind,
  session: Session,
  selection: TableSelection,
): Promise<ColumnTable> {
  const tables = await import("@braidyn/tables");
  const { names, view, ...given } = definedOnly(selection);
  switch (kind) {
    case "keypoints":
      return keypointsOf(session, view, { ...given, ...(names ? { names } : {}) });
    case "regions":
      return onlyRegions(await tables.regions(session, given), session, names, given.long ?? false);
    default:
      return tables[kind](session, { ...given, ...(names ? { names } : {}) });
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Absent and undefined are not the same to what takes options. */
function definedOnly(selection: TableSelection): Defined<TableSelection> {
  return Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined));
}

/** One view, or every view that has all the wanted points, under each other. */
async function keypointsOf(
  session: Session,
  view: string | undefined,
  options: Omit<Defined<TableSelection>, "view">,
): Promise<ColumnTable> {
  const { concat, keypoints } = await import("@braidyn/tables");
  if (view !== undefined) return keypoints(session, view, options);
  const found = session.contents[options.raw ? "raw" : "downsampled"].keypoints;
  const views = Object.keys(found).filter((name) => found[name]?.length);
  const parts: ColumnTable[] = [];
  let missing: unknown = null;
  for (const name of views.length > 0 ? views : ["body"]) {
    try {
      parts.push(await keypoints(session, name, options));
    } catch (error) {
      if (!isBraidynError(error, "NWB_MISSING")) throw error;
      missing ??= error;
    }
  }
  if (parts.length === 0) throw missing;
  return concat(parts);
}

/** The loader reads rows of all regions at once, so they are chosen afterwards. */
async function onlyRegions(
  table: ColumnTable,
  session: Session,
  names: readonly string[] | undefined,
  long: boolean,
): Promise<ColumnTable> {
  if (names === undefined) return table;
  const unknown = names.find((name) => !session.regions.includes(name));
  if (unknown !== undefined) {
    const available = session.regions.join(", ");
    throw new BraidynError("NWB_MISSING", { path: session.info.path, what: `region ${unknown}`, available });
  }
  if (long) return table.params({ names }).filter("(d, $) => op.includes($.names, d.region)").reify();
  const { sessionColumns } = await import("@braidyn/tables");
  return table.select([...sessionColumns, "time", ...names]);
}
