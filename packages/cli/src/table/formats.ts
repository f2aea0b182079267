import { extname } from "node:path";
import { BraidynError } from "@braidyn/core";
import type { ColumnTable } from "./kinds.ts";

export const tableFormats = ["csv", "parquet", "arrow", "json"] as const;
export type TableFormat = (typeof tableFormats)[number];

const endings: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".parquet": "parquet",
  ".pq": "parquet",
  ".arrow": "arrow",
  ".feather": "arrow",
  ".json": "json",
};

/**
 * The format asked for, else that of the file's ending, else CSV for standard output.
 *
 * @throws BraidynError `COMMAND_FORMAT` for an ending that tells nothing.
 */
export function formatOf(
  asked: TableFormat | undefined,
  file: string | undefined,
  otherwise: TableFormat,
): TableFormat {
  if (asked !== undefined) return asked;
  if (file === undefined) return otherwise;
  const format = endings[extname(file).toLowerCase()];
  if (format !== undefined) return format;
  throw new BraidynError("COMMAND_FORMAT", { path: file, known: Object.keys(endings).join(", ") });
}

/** A table as the bytes or text of a format, in pieces. @throws BraidynError `TABLE_COLUMN_TYPE`. */
export async function encodeTable(
  table: ColumnTable,
  format: TableFormat,
): Promise<Iterable<string | Uint8Array>> {
  const { csvChunks, jsonChunks, toArrow, toParquet } = await import("@braidyn/tables");
  if (format === "csv") return csvChunks(table);
  if (format === "json") return jsonChunks(table);
  return [format === "arrow" ? toArrow(table) : toParquet(table)];
}
