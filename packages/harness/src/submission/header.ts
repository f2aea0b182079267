import { BraidynError } from "@braidyn/core";

/**
 * Where each of a file's columns goes: -1 for `row_id`, else the index of the prediction column.
 *
 * @throws BraidynError `SUBMISSION_COLUMN_TWICE`, `SUBMISSION_COLUMN_MISSING`, `SUBMISSION_COLUMN_EXTRA`.
 */
export function readHeader(names: readonly string[], columns: readonly string[]): number[] {
  const expected = ["row_id", ...columns].join(", ");
  const seen = new Set<string>();
  const places = names.map((column) => {
    if (seen.has(column)) throw new BraidynError("SUBMISSION_COLUMN_TWICE", { column: column.slice(0, 80) });
    seen.add(column);
    return column === "row_id" ? -1 : columns.indexOf(column);
  });
  const missing = ["row_id", ...columns].find((column) => !seen.has(column));
  if (missing !== undefined)
    throw new BraidynError("SUBMISSION_COLUMN_MISSING", { column: missing, expected });
  const extra = names.find((column) => column !== "row_id" && !columns.includes(column));
  if (extra === undefined) return places;
  throw new BraidynError("SUBMISSION_COLUMN_EXTRA", { column: extra.slice(0, 80), expected });
}
