import type { ColumnTable } from "arquero";
import type { Session, TimeSelection } from "@braidyn/nwb";
import { sessionTable } from "./session-table.ts";

export interface PupilOptions extends TimeSelection {
  /** The eye camera's 100 Hz clock instead of the 30 Hz one. */
  readonly raw?: boolean;
}

/**
 * The pupil: the session's columns, `time` (seconds), `diameter`, `center_x` and `center_y` (pixels), without a copy.
 *
 * @throws BraidynError `NWB_MISSING` for a session without pupil tracking.
 */
export async function pupil(
  session: Session,
  { raw = false, ...selection }: PupilOptions = {},
): Promise<ColumnTable> {
  const { time, diameter, centerX, centerY } = await (raw ? session.raw : session).pupil(selection);
  return sessionTable(session, time.length, [
    ["time", time],
    ["diameter", diameter],
    ["center_x", centerX],
    ["center_y", centerY],
  ]);
}
