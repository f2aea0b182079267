import type { ParquetColumn } from "../parquet.ts";
import { referenceColumn } from "../truth-table.ts";
import { inOrder, type ArrangedSplit, type PlacedSession } from "./arrange.ts";

/** Train and validation rows: everything that is known of them. */
export function labelledTable(split: ArrangedSplit, columns: readonly string[]): ParquetColumn[] {
  return [
    text(split, "row_id", ({ rowIds }, i) => rowIds[i]),
    text(split, "subject", ({ rows }) => rows.subject),
    text(split, "session", ({ rows }) => rows.session),
    ...origin(split),
    ...truth(split, columns),
  ];
}

/** Test rows as teams see them: an id, and which rows belong together. */
export function testTable(split: ArrangedSplit): ParquetColumn[] {
  return [
    text(split, "row_id", ({ rowIds }, i) => rowIds[i]),
    text(split, "subject", ({ subjectAlias }) => subjectAlias),
    text(split, "session", ({ sessionAlias }) => sessionAlias),
  ];
}

/** Test rows as the organizer sees them; `subject` and `session` are the public pseudonyms here too. */
export function truthTable(split: ArrangedSplit, columns: readonly string[]): ParquetColumn[] {
  return [
    ...testTable(split),
    text(split, "board", ({ rows }) => rows.group),
    text(split, "subject_name", ({ rows }) => rows.subject),
    text(split, "session_name", ({ rows }) => rows.session),
    ...origin(split),
    ...truth(split, columns),
  ];
}

function origin(split: ArrangedSplit): ParquetColumn[] {
  return [
    text(split, "date", ({ rows }) => rows.date),
    { name: "day", type: "INT32", data: inOrder(split, ({ rows }) => rows.day) },
    numbers(split, "time", ({ rows }, i) => rows.time[i]),
  ];
}

function truth(split: ArrangedSplit, columns: readonly string[]): ParquetColumn[] {
  const references = Object.keys(split.sessions[0]?.rows.reference ?? {});
  return [
    ...columns.map((column) => numbers(split, column, ({ rows }, i) => rows.truth[column]?.[i])),
    ...references.map((column) =>
      numbers(split, referenceColumn(column), ({ rows }, i) => rows.reference[column]?.[i]),
    ),
  ];
}

function text(
  split: ArrangedSplit,
  name: string,
  value: (session: PlacedSession, i: number) => string | undefined,
): ParquetColumn {
  return { name, type: "STRING", data: inOrder(split, (session, i) => value(session, i) ?? "") };
}

function numbers(
  split: ArrangedSplit,
  name: string,
  value: (session: PlacedSession, i: number) => number | undefined,
): ParquetColumn {
  const data = Float64Array.from(inOrder(split, (session, i) => value(session, i) ?? NaN));
  return { name, type: "DOUBLE", data };
}
