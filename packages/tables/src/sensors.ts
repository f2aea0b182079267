import type { ColumnTable } from "arquero";
import type { Session, TimeSelection } from "@braidyn/nwb";
import { sharedClock } from "./clock.ts";
import { missing } from "./missing.ts";
import { readAll } from "./read-all.ts";
import { sessionTable } from "./session-table.ts";

export interface SensorsOptions extends TimeSelection {
  /** Which sensors, in this order; default all of the clock. */
  readonly names?: readonly string[];
  /** The 5 kHz clock instead of the 30 Hz one. */
  readonly raw?: boolean;
}

/**
 * Sensors in their true units: the session's columns, `time` (seconds), and one column a sensor, without a copy.
 *
 * @throws BraidynError `NWB_MISSING` for a sensor that is not there, `TABLE_CLOCKS` when the sensors' times differ.
 */
export async function sensors(
  session: Session,
  { names, raw = false, ...selection }: SensorsOptions = {},
): Promise<ColumnTable> {
  const available = session.contents[raw ? "raw" : "downsampled"].sensors;
  const wanted = names ?? available;
  if (wanted.length === 0) throw missing(session, raw ? "raw sensors" : "sensors", available);
  const clock = raw ? session.raw : session;
  const series = await readAll(wanted, (name) => clock.sensor(name, selection));
  const time = sharedClock(session.info.path, series);
  return sessionTable(session, time.length, [
    ["time", time],
    ...series.map(({ name, data }) => [name, data] as const),
  ]);
}
