import type { ColumnTable } from "arquero";
import type { KeypointSeries, Session, TimeSelection } from "@braidyn/nwb";
import { constant, cycle } from "./categories.ts";
import { sharedClock } from "./clock.ts";
import { interleave, repeatEach } from "./interleave.ts";
import { missing } from "./missing.ts";
import { readAll } from "./read-all.ts";
import { sessionTable } from "./session-table.ts";

export interface KeypointsOptions extends TimeSelection {
  /** Which keypoints, in this order; default all of the view. */
  readonly names?: readonly string[];
  /** The camera's 100 Hz clock instead of the 30 Hz one. */
  readonly raw?: boolean;
  /** One row a time and keypoint (`keypoint`, `x`, `y`) instead of columns `<keypoint>_x`, `<keypoint>_y`. */
  readonly long?: boolean;
}

/**
 * Tracked points of one view (`body`, `face`, `eye`) in pixels, NaN where not seen: the session's columns, `view`, `time`
 * (seconds) and `<keypoint>_x`, `<keypoint>_y` without a copy; or, with `long`, `keypoint`, `x`, `y`, time by time.
 * Where likelihoods are on the same clock (raw data) also `<keypoint>_likelihood` or `likelihood`.
 *
 * @throws BraidynError `NWB_MISSING` for a view or keypoint that is not there, `TABLE_CLOCKS` when their times differ.
 */
export async function keypoints(
  session: Session,
  view: string,
  { names, raw = false, long = false, ...selection }: KeypointsOptions = {},
): Promise<ColumnTable> {
  const clock = raw ? session.raw : session;
  const wanted = names ?? namesOf(session, view, raw);
  const series = await readAll(wanted, (name) => clock.keypoint(view, name, selection));
  const time = sharedClock(session.info.path, series);
  return (long ? longKeypoints : wideKeypoints)(session, view, time, series);
}

function namesOf(session: Session, view: string, raw: boolean): readonly string[] {
  const views = Object.entries(session.contents[raw ? "raw" : "downsampled"].keypoints);
  const filled = views.filter(([, names]) => names.length > 0);
  const found = filled.find(([name]) => name === view);
  if (found !== undefined) return found[1];
  throw missing(
    session,
    `keypoints of the view ${view}`,
    filled.map(([name]) => name),
  );
}

function wideKeypoints(
  session: Session,
  view: string,
  time: Float64Array,
  series: readonly KeypointSeries[],
): ColumnTable {
  return sessionTable(session, time.length, [
    ["view", constant(view, time.length)],
    ["time", time],
    ...series.flatMap(({ name, x, y, likelihood }) => [
      [`${name}_x`, x] as const,
      [`${name}_y`, y] as const,
      ...(likelihood === null ? [] : [[`${name}_likelihood`, likelihood] as const]),
    ]),
  ]);
}

function longKeypoints(
  session: Session,
  view: string,
  time: Float64Array,
  series: readonly KeypointSeries[],
): ColumnTable {
  const rows = time.length * series.length;
  const likelihoods = series.map(({ likelihood }) => likelihood).filter((values) => values !== null);
  return sessionTable(session, rows, [
    ["view", constant(view, rows)],
    ["time", repeatEach(time, series.length)],
    [
      "keypoint",
      cycle(
        series.map(({ name }) => name),
        rows,
      ),
    ],
    ["x", together(series.map(({ x }) => x))],
    ["y", together(series.map(({ y }) => y))],
    ...(likelihoods.length === series.length ? [["likelihood", together(likelihoods)] as const] : []),
  ]);
}

function together(columns: readonly (Float32Array | Float64Array)[]): Float32Array | Float64Array {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const narrow = columns.every((column) => column instanceof Float32Array);
  const all = narrow ? new Float32Array(length) : new Float64Array(length);
  interleave(columns, all);
  return all;
}
