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
    prediction: gather(columns, own, (column, row) => predictions.columns.get(column)?.[found[row] ?? -1]),
  }));
}

/** For every row of the truth table, the row of the predictions; -1 for those of other boards. */
function predictedRows(
  truth: TruthTable,
  predictions: Predictions,
  board: Board,
  rows: readonly number[],
): Int32Array {
  const placeOf = new Map<string, number>();
  predictions.rowIds.forEach((id, place) => placeOf.set(id, place));
  const found = new Int32Array(truth.rowIds.length).fill(-1);
  for (const row of rows) found[row] = placeOf.get(truth.rowIds[row] ?? "") ?? -1;
  const missing = rows.filter((row) => found[row] === -1);
  const first = missing[0];
  if (first === undefined) return found;
  const split = splitOfBoard(board);
  if (missing.length === rows.length) throw new BraidynError("SUBMISSION_BOARD", { board, split });
  const counts = { missing: missing.length, expected: rows.length };
  throw new BraidynError("SUBMISSION_ROWS_MISSING", { ...counts, split, id: truth.rowIds[first] ?? "" });
}

function bySession(truth: TruthTable, rows: readonly number[]) {
  const subjects = new Map<string, Map<string, number[]>>();
  for (const row of rows) {
    const sessions = entry(subjects, truth.subjects[row] ?? "", () => new Map<string, number[]>());
    entry(sessions, truth.sessions[row] ?? "", (): number[] => []).push(row);
  }
  return [...subjects].flatMap(([subject, sessions]) =>
    [...sessions].map(([session, own]) => ({ subject, session, rows: own })),
  );
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
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
