import { BraidynError } from "@braidyn/core";
import { splitOfBoard, type Board, type TruthTable } from "../bundle/truth-table.ts";
import type { SessionRows } from "../statistics/score-sessions.ts";
import type { Predictions } from "../submission/predictions.ts";

/** The rows of one session on a board. With several columns, truth and prediction are the columns one after another. */
export interface BoardSession extends SessionRows {
  readonly rows: number;
}

/**
 * Pairs the truth of a board with its predictions by row id, session by session, in the order of the truth.
 *
 * @throws BraidynError `BUNDLE_NO_BOARD` (no truth), `SUBMISSION_BOARD` (no predictions), `SUBMISSION_ROWS_MISSING`.
 */
export function boardSessions(truth: TruthTable, predictions: Predictions, board: Board): BoardSession[] {
  const rows = truth.rowIds.flatMap((_, row) => (truth.boards[row] === board ? [row] : []));
  if (rows.length === 0) throw new BraidynError("BUNDLE_NO_BOARD", { board });
  const found = predictedRows(truth, predictions, board, rows);
  const columns = Object.keys(truth.columns);
  return bySession(truth, rows).map(({ subject, session, rows: own }) => ({
    subject,
    session,
    rows: own.length,
    truth: gather(columns, own, (column, row) => truth.columns[column]?.[row]),
    prediction: gather(
      columns,
      own,
      (column, row) => predictions.columns.get(column)?.[found.get(row) ?? -1],
    ),
  }));
}

/** For every row of the truth table that counts, the row of the predictions. */
function predictedRows(
  truth: TruthTable,
  predictions: Predictions,
  board: Board,
  rows: readonly number[],
): Map<number, number> {
  const placeOf = new Map(predictions.rowIds.map((id, place) => [id, place]));
  const found = new Map<number, number>();
  for (const row of rows) {
    const place = placeOf.get(truth.rowIds[row] ?? "");
    if (place !== undefined) found.set(row, place);
  }
  const split = splitOfBoard(board);
  if (found.size === 0) throw new BraidynError("SUBMISSION_BOARD", { board, split });
  if (found.size === rows.length) return found;
  const first = rows.find((row) => !found.has(row)) ?? 0;
  throw new BraidynError("SUBMISSION_ROWS_MISSING", {
    missing: rows.length - found.size,
    expected: rows.length,
    split,
    id: truth.rowIds[first] ?? "",
  });
}

function bySession(truth: TruthTable, rows: readonly number[]) {
  const sessions = new Map<string, { subject: string; session: string; rows: number[] }>();
  for (const row of rows) {
    const [subject, session] = [truth.subjects[row] ?? "", truth.sessions[row] ?? ""];
    const key = JSON.stringify([subject, session]);
    const known = sessions.get(key);
    if (known === undefined) sessions.set(key, { subject, session, rows: [row] });
    else known.rows.push(row);
  }
  return [...sessions.values()];
}

function gather(
  columns: readonly string[],
  rows: readonly number[],
  value: (column: string, row: number) => number | undefined,
): Float64Array {
  const values = new Float64Array(columns.length * rows.length);
  columns.forEach((column, c) =>
    rows.forEach((row, i) => (values[c * rows.length + i] = value(column, row) ?? NaN)),
  );
  return values;
}
