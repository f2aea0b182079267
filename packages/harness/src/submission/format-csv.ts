import { finite } from "./number.ts";

/**
 * `predictions.csv`: `row_id`, then a column each. Numbers in the shortest form that reads back the same.
 *
 * @throws BraidynError `SUBMISSION_VALUE_NAN` or `SUBMISSION_VALUE_INFINITE`.
 */
export function formatPredictionsCsv(
  rowIds: readonly string[],
  columns: ReadonlyMap<string, Float64Array>,
): string {
  const names = [...columns.keys()];
  const lines = rowIds.map((id, i) => {
    const values = names.map((name) => finite(columns.get(name)?.[i] ?? NaN, i + 1, name));
    return [id, ...values].join(",");
  });
  return `${[["row_id", ...names].join(","), ...lines].join("\n")}\n`;
}
