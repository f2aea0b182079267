import { table, type ColumnTable } from "arquero";
import type { NumericArray, Session } from "@braidyn/nwb";
import type { AnyColumn } from "./dense-columns.ts";
import { constant, type CategoryColumn } from "./categories.ts";

/** A column of a table as this package makes them. */
export type TableColumn = NumericArray | CategoryColumn;

/** What tells sessions apart in a table of many: the leading columns of every table made from a session. */
export const sessionColumns = ["subject", "session", "date", "type", "day"] as const;

/**
 * A table of `columns` (taken without a copy) behind the session's own. A column that has the name of an earlier one
 * becomes `name_2`, so that nothing in a file can hide which session a row is from.
 */
export function sessionTable(
  session: Pick<Session, "info">,
  rows: number,
  columns: readonly (readonly [name: string, column: TableColumn])[],
): ColumnTable {
  const leading = sessionColumns.map((name) => [name, constant(session.info[name], rows)] as const);
  return namedTable([...leading, ...columns]);
}

/** A table of `columns` in this order, taken without a copy; a repeated name becomes `name_2`. */
export function namedTable(columns: readonly (readonly [name: string, column: AnyColumn])[]): ColumnTable {
  const taken = new Set<string>();
  const named = columns.map(([name, column]) => [uniqueName(name, taken), column] as const);
  return table(
    Object.fromEntries(named),
    named.map(([name]) => name),
  );
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let i = 2; taken.has(unique); i++) unique = `${name}_${i}`;
  taken.add(unique);
  return unique;
}
