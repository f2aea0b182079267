import type { ColumnTable } from "arquero";
import type { Session } from "@braidyn/nwb";
import { cycle } from "./categories.ts";
import type { Features } from "./features.ts";
import { repeatEach, takeColumn } from "./interleave.ts";
import type { Peth } from "./peth.ts";
import { namedTable, sessionTable, type TableColumn } from "./session-table.ts";
import type { Windows } from "./windows.ts";

type NamedColumns = readonly (readonly [name: string, column: TableColumn])[];

/** One row a window and sample: `event` (index of the event), `time` (seconds from it) and one column a channel. */
export function windowsTable(windows: Windows, session?: Session): ColumnTable {
  const { data, count, samples, columns, time, kept } = windows;
  return tableOf(session, count * samples, [
    [
      "event",
      Int32Array.from({ length: count * samples }, (_, row) => kept[Math.floor(row / samples)] as number),
    ],
    ["time", Float64Array.from({ length: count * samples }, (_, row) => time[row % samples] as number)],
    ...channels(data, columns),
  ]);
}

/** One row a sample and channel: `region`, `time` (seconds from the event), `mean`, `sem`, `n`. */
export function pethTable({ mean, sem, n, columns, time }: Peth, session?: Session): ColumnTable {
  return tableOf(session, mean.length, [
    ["region", cycle(columns, mean.length)],
    ["time", repeatEach(time, columns.length)],
    ["mean", mean],
    ["sem", sem],
    ["n", n],
  ]);
}

/** One row a window: `event` (index of the event) and one column a channel. */
export function featuresTable({ data, count, columns, kept }: Features, session?: Session): ColumnTable {
  return tableOf(session, count, [["event", kept], ...channels(data, columns)]);
}

function channels(data: Float32Array | Float64Array, columns: readonly string[]): NamedColumns {
  return columns.map((name, c) => [name, takeColumn(data, columns.length, c)] as const);
}

/** With a session, its columns come first, so that tables of many sessions concatenate. */
function tableOf(session: Session | undefined, rows: number, columns: NamedColumns): ColumnTable {
  return session === undefined ? namedTable(columns) : sessionTable(session, rows, columns);
}
