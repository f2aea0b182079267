import type { ColumnTable } from "arquero";
import { denseColumns } from "../dense-columns.ts";
import { cellTexts, joinChunks, rowsPerChunk } from "./cell-texts.ts";

/**
 * The table as a JSON array of row objects, one a line. JSON knows no NaN or infinity: these are null, as are null and
 * undefined; 64-bit integers are numbers, dates ISO 8601 strings.
 *
 * @throws BraidynError `TABLE_TOO_LONG` when the text is longer than a JavaScript string can be (about 500 MB).
 */
export function toJson(table: ColumnTable): string {
  return joinChunks(jsonChunks(table), table.numRows(), "JSON");
}

/** {@link toJson} in pieces of some thousand rows, for tables longer than memory should hold as text. */
export function* jsonChunks(table: ColumnTable): Generator<string, void> {
  const { rows, columns } = denseColumns(table);
  const keys = [...columns.keys()].map((name) => JSON.stringify(name));
  const cells = [...columns.values()].map((column) => cellTexts(column, jsonText));
  yield "[";
  for (let start = 0; start < rows; start += rowsPerChunk) {
    const end = Math.min(rows, start + rowsPerChunk);
    let text = "";
    for (let row = start; row < end; row++) {
      const pairs = cells.map((cell, c) => `${keys[c]}:${cell(row)}`);
      text += `${row === 0 ? "" : ","}\n{${pairs.join(",")}}`;
    }
    yield text;
  }
  yield "\n]\n";
}

function jsonText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  return JSON.stringify(value) ?? "null";
}
