import type { ColumnTable } from "arquero";
import type { DffSignal, RegionSeries, Session, TimeSelection } from "@braidyn/nwb";
import { cycle } from "./categories.ts";
import { repeatEach, takeColumn } from "./interleave.ts";
import { sessionTable } from "./session-table.ts";

export interface RegionsOptions extends TimeSelection {
  /** Default `dFF`, the haemodynamics-corrected one. */
  readonly signal?: DffSignal;
  /** One row a time and region (`region`, `dff`) instead of one column a region. */
  readonly long?: boolean;
}

/**
 * dF/F (a fraction) at 30 Hz: the session's columns, `time` (seconds), and one column a region in file order; or, with
 * `long`, `time`, `region`, `dff`, time by time. The long table takes the loader's values without a copy.
 *
 * @throws BraidynError `NWB_MISSING` for a session without that signal.
 */
export async function regions(
  session: Session,
  { long = false, ...selection }: RegionsOptions = {},
): Promise<ColumnTable> {
  const series = await session.dff(selection);
  return long ? longRegions(session, series) : wideRegions(session, series);
}

function wideRegions(session: Session, { time, data, regions: names }: RegionSeries): ColumnTable {
  return sessionTable(session, time.length, [
    ["time", time],
    ...names.map((name, r) => [name, takeColumn(data, names.length, r)] as const),
  ]);
}

function longRegions(session: Session, { time, data, regions: names }: RegionSeries): ColumnTable {
  return sessionTable(session, data.length, [
    ["time", repeatEach(time, names.length)],
    ["region", cycle(names, data.length)],
    ["dff", data],
  ]);
}
