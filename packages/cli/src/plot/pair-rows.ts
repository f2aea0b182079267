import { BraidynError } from "@braidyn/core";
import type { Board, Bundle } from "@braidyn/harness";
import { readSubmission } from "../submission/score-file.ts";

/** Truth and prediction of one column, row by row. */
export interface PairedRows {
  readonly subjects: readonly string[];
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
}

/**
 * Reads predictions and puts them beside the truth of a board.
 *
 * @throws BraidynError `SUBMISSION_*`, `BUNDLE_*`.
 */
export async function pairRows(
  path: string,
  bundle: Bundle,
  board: Board,
  column: string,
): Promise<PairedRows> {
  const split = board === "validation" ? "validation" : "test";
  const table = await bundle.truth(split);
  const { predictions } = await readSubmission(path, bundle);
  const rows = table.rowIds.flatMap((_, row) => (table.boards[row] === board ? [row] : []));
  if (rows.length === 0) throw new BraidynError("BUNDLE_NO_BOARD", { board });
  if (!predictions.splits.includes(split)) throw new BraidynError("SUBMISSION_BOARD", { board, split });
  const placeOf = new Map(predictions.rowIds.map((id, place) => [id, place]));
  const [truth, predicted] = [table.columns[column], predictions.columns.get(column)];
  return {
    subjects: rows.map((row) => table.subjects[row] ?? ""),
    truth: Float64Array.from(rows, (row) => truth?.[row] ?? NaN),
    prediction: Float64Array.from(
      rows,
      (row) => predicted?.[placeOf.get(table.rowIds[row] ?? "") ?? -1] ?? NaN,
    ),
  };
}
