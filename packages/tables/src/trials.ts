import type { ColumnTable } from "arquero";
import type { NumericArray, Session } from "@braidyn/nwb";
import { categorize } from "./categories.ts";
import { sessionTable, type TableColumn } from "./session-table.ts";

export interface TrialsOptions {
  /** The trials on the 5 kHz clock instead of the 30 Hz one. */
  readonly raw?: boolean;
}

/**
 * One row a trial: the session's columns, `trial` (0 is the first), the file's own columns under their NWB names
 * (seconds) and `outcome` (`success`, `short-pull`, `no-response`).
 *
 * @throws BraidynError `NWB_MISSING` for a session without trials.
 */
export async function trials(session: Session, { raw = false }: TrialsOptions = {}): Promise<ColumnTable> {
  const { count, columns } = await (raw ? session.raw : session).trials();
  return sessionTable(session, count, [
    ["trial", Int32Array.from({ length: count }, (_, i) => i)],
    ...Object.entries(columns).map(([name, values]) => [name, trialColumn(values)] as const),
  ]);
}

function trialColumn(values: NumericArray | readonly string[]): TableColumn {
  return ArrayBuffer.isView(values) ? values : categorize(values);
}
