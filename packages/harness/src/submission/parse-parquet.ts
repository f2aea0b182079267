import { BraidynError, isBraidynError } from "@braidyn/core";
import { openParquet, type ParquetTable } from "../bundle/parquet.ts";
import { collectPredictions, type PredictionCollector } from "./collector.ts";
import { finite } from "./number.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/**
 * Reads `predictions.parquet`, with the rules of `parsePredictionsCsv`. `row_id` is a string column, predictions are
 * floating-point or whole numbers.
 *
 * @throws BraidynError `SUBMISSION_*`.
 */
export async function parsePredictionsParquet(
  file: Uint8Array,
  format: PredictionsFormat,
): Promise<Predictions> {
  try {
    const table = await openParquet(file);
    const collector = collectPredictions(format);
    // the row count is known before a value is decoded, so a file of a billion rows ends here
    const expected = collector.values[0]?.length ?? 0;
    const places = collector.header(table.columns.map(({ name }) => name));
    if (table.count > expected)
      throw new BraidynError("SUBMISSION_TOO_MANY_ROWS", { found: table.count, expected });
    await readRows(table, collector, places);
    return collector.finish();
  } catch (cause) {
    if (isBraidynError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("SUBMISSION_PARQUET", { reason }, { cause });
  }
}

async function readRows(
  table: ParquetTable,
  collector: PredictionCollector,
  places: readonly number[],
): Promise<void> {
  const ids = Array.from(await table.read("row_id"));
  const slots = ids.map((id, i) => {
    if (typeof id !== "string") throw wrongType("row_id", id, "string");
    return collector.row(id, i + 1);
  });
  for (const [i, place] of places.entries()) {
    const values = collector.values[place];
    const name = table.columns[i]?.name ?? "";
    if (values === undefined) continue;
    const found = await table.read(name);
    slots.forEach((slot, row) => (values[slot] = cell(found[row], row + 1, name)));
  }
}

function cell(value: unknown, row: number, column: string): number {
  if (typeof value === "number") return finite(value, row, column);
  if (typeof value === "bigint") return Number(value);
  if (value === null || value === undefined)
    throw new BraidynError("SUBMISSION_VALUE_BLANK", { row, column });
  throw wrongType(column, value, "number");
}

function wrongType(column: string, value: unknown, expected: string): BraidynError {
  return new BraidynError("SUBMISSION_COLUMN_TYPE", { column, found: typeof value, expected });
}
