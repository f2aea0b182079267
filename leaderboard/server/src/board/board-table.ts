import { parquetWriteBuffer } from "hyparquet-writer";
import type { Board, BoardEntry } from "../api.ts";

type Cell = string | number | boolean | null;

const columns = [
  "rank",
  "kind",
  "name",
  "score",
  "low",
  "high",
  "verified",
  "submissions",
  "submitted_at",
  "final",
] as const;
type Row = Record<(typeof columns)[number], Cell>;

/** A board as a file: one row an entry, then one a control. */
export async function boardTable(
  board: Board,
  format: "csv" | "json" | "parquet",
): Promise<{ bytes: Buffer; mediaType: string }> {
  const rows = [...board.entries.map(entryRow), ...board.controls.map(controlRow)];
  if (format === "json") {
    return { bytes: Buffer.from(`${JSON.stringify(rows, null, 1)}\n`), mediaType: "application/json" };
  }
  if (format === "parquet") return { bytes: parquet(rows), mediaType: "application/vnd.apache.parquet" };
  // the mark makes spreadsheets read UTF-8
  return { bytes: Buffer.from(`\ufeff${csv(rows)}`), mediaType: "text/csv; charset=utf-8" };
}

function entryRow(entry: BoardEntry): Row {
  const { rank, kind, name, score, low, high, verified, submissions, submittedAt, final } = entry;
  return { rank, kind, name, score, low, high, verified, submissions, submitted_at: submittedAt, final };
}

function controlRow({ control, score, low, high }: Board["controls"][number]): Row {
  const none = { rank: null, verified: null, submissions: null, submitted_at: null, final: null };
  return { ...none, kind: "control", name: control, score, low, high };
}

function csv(rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, which it shows as text. Numbers stay
 * numbers, negative ones too. Source: OWASP, CSV injection.
 */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value.normalize("NFKC")) ? `'${value}` : value;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function parquet(rows: readonly Row[]): Buffer {
  const types = { rank: "INT32", submissions: "INT32", verified: "BOOLEAN", final: "BOOLEAN" } as const;
  const numbers = ["score", "low", "high"];
  const columnData = columns.map((name) => ({
    name,
    type: numbers.includes(name)
      ? ("DOUBLE" as const)
      : ((types as Record<string, "INT32" | "BOOLEAN">)[name] ?? ("STRING" as const)),
    nullable: true,
    data: rows.map((row) => row[name]),
  }));
  return Buffer.from(parquetWriteBuffer({ columnData }));
}
