import type { ColumnTable } from "arquero";
import { denseColumns } from "../dense-columns.ts";
import { cellTexts, joinChunks, rowsPerChunk } from "./cell-texts.ts";

/**
 * The table as CSV: a header, comma, line feed, quotes as RFC 4180 has them. Numbers are the shortest text that reads
 * back as the same float64 (`NaN` and `Infinity` by name), null is empty, dates are ISO 8601.
 *
 * @throws BraidynError `TABLE_TOO_LONG` when the text is longer than a JavaScript string can be (about 500 MB).
 */
export function toCsv(table: ColumnTable): string {
  return joinChunks(csvChunks(table), table.numRows(), "CSV");
}

/** {@link toCsv} in pieces of some thousand rows, for tables longer than memory should hold as text. */
export function* csvChunks(table: ColumnTable): Generator<string, void> {
  const { rows, columns } = denseColumns(table);
  const cells = [...columns.values()].map((column) => cellTexts(column, csvText));
  yield [...columns.keys()].map(quoted).join(",") + "\n";
  for (let start = 0; start < rows; start += rowsPerChunk) {
    const end = Math.min(rows, start + rowsPerChunk);
    let text = "";
    for (let row = start; row < end; row++) text += cells.map((cell) => cell(row)).join(",") + "\n";
    yield text;
  }
}

function csvText(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return "";
  return quoted(value instanceof Date ? value.toISOString() : String(value));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
