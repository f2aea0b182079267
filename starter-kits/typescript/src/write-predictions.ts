import { writeFile } from "node:fs/promises";
import { formatPredictionsCsv, type Rows } from "@braidyn/harness";
import type { Columns } from "../entry/model.ts";

/** Predictions of one or more splits: row_id and a column for every truth column. */
export async function writePredictions(
  path: string,
  parts: readonly (readonly [Rows, Columns])[],
): Promise<void> {
  const rowIds = parts.flatMap(([rows]) => rows.rowIds);
  const names = Object.keys(parts[0][1]);
  const columns = names.map((name): [string, Float64Array] => [
    name,
    Float64Array.from(parts.flatMap(([, predicted]) => [...predicted[name]])),
  ]);
  await writeFile(path, formatPredictionsCsv(rowIds, new Map(columns)));
}
