import { isBraidynError } from "@braidyn/core";
import type { ClockReader, ImageSeriesInfo, Session, SessionInfo } from "@braidyn/nwb";
import { readExtent, type Extent } from "./extent.ts";

/** What a session file holds, as plain data. */
export interface Inspection {
  readonly info: SessionInfo;
  readonly clocks: readonly ClockLine[];
  readonly downsampled: ClockInspection;
  readonly raw: ClockInspection;
  readonly dff: readonly string[];
  readonly regions: readonly string[];
  readonly masks: readonly string[];
  readonly atlasTransform: boolean;
  readonly images: readonly ImageSeriesInfo[];
}

/** The clock of some series; `problem` is an error's code where it cannot be read. */
export interface ClockLine extends Partial<Extent> {
  readonly of: string;
  readonly problem: string | null;
}

export interface ClockInspection {
  readonly sensors: readonly { readonly name: string; readonly unit: string }[];
  readonly keypoints: Readonly<Record<string, readonly string[]>>;
  readonly pupil: boolean;
  /** Null where there are none. */
  readonly trials: { readonly count: number; readonly outcomes: Readonly<Record<string, number>> } | null;
}

/** Nothing but its unit and rate is read of a series. */
const nothing = { time: [-Infinity, -Infinity] } as const;

/** Reads names, shapes, units, trials and the ends of clocks, no bulk data. */
export async function describeSession(session: Session): Promise<Inspection> {
  const { info, contents, regions } = session;
  return {
    info,
    clocks: await describeClocks(session),
    downsampled: await describeClock(session, contents.downsampled),
    raw: await describeClock(session.raw, contents.raw),
    dff: contents.dff,
    regions,
    masks: contents.masks,
    atlasTransform: contents.atlasTransform,
    images: await Promise.all(contents.images.map((name) => session.imageSeries(name))),
  };
}

async function describeClock(
  reader: ClockReader,
  { sensors, keypoints, pupil, trials }: Session["contents"]["raw"],
): Promise<ClockInspection> {
  const units = await Promise.all(sensors.map((name) => unitOf(reader, name)));
  return {
    sensors: sensors.map((name, i) => ({ name, unit: units[i] ?? "" })),
    keypoints: Object.fromEntries(Object.entries(keypoints).filter(([, names]) => names.length > 0)),
    pupil,
    trials: trials ? await describeTrials(reader) : null,
  };
}

/** A sensor whose data are damaged is still listed. */
async function unitOf(reader: ClockReader, name: string): Promise<string> {
  try {
    return (await reader.sensor(name, nothing)).unit;
  } catch (error) {
    if (isBraidynError(error)) return error.code;
    throw error;
  }
}

async function describeTrials(reader: ClockReader): Promise<ClockInspection["trials"]> {
  const { count, columns } = await reader.trials();
  const outcomes: Record<string, number> = {};
  for (const outcome of Array.from(columns["outcome"] ?? [], String)) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { count, outcomes };
}

async function describeClocks(session: Session): Promise<ClockLine[]> {
  const { downsampled, raw, dff } = session.contents;
  const lines: Promise<ClockLine>[] = [];
  const signal = dff[0];
  if (signal !== undefined) lines.push(clockLine(signal, (time) => session.dff({ signal, time })));
  lines.push(...clockLines(session, downsampled, ""), ...clockLines(session.raw, raw, "raw "));
  return Promise.all(lines);
}

/** Sensors of one clock share it, as do the keypoints of one camera: the first of each is looked at. */
function clockLines(
  reader: ClockReader,
  { sensors, keypoints }: Session["contents"]["raw"],
  prefix: string,
): Promise<ClockLine>[] {
  const sensor = sensors[0];
  const ofSensors =
    sensor === undefined ? [] : [clockLine(`${prefix}sensors`, (time) => reader.sensor(sensor, { time }))];
  const ofViews = Object.entries(keypoints).flatMap(([view, [name]]) =>
    name === undefined
      ? []
      : [clockLine(`${prefix}${view} keypoints`, (time) => reader.keypoint(view, name, { time }))],
  );
  return [...ofSensors, ...ofViews];
}

async function clockLine(of: string, read: Parameters<typeof readExtent>[0]): Promise<ClockLine> {
  try {
    return { of, ...(await readExtent(read)), problem: null };
  } catch (error) {
    if (isBraidynError(error)) return { of, problem: error.code };
    throw error;
  }
}
