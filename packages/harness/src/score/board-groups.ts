import { BraidynError } from "@braidyn/core";
import { splitOfBoard, type Board, type TruthTable } from "../bundle/truth-table.ts";
import type { Aggregation } from "../challenge/definition.ts";
import type { Predictions } from "../submission/predictions.ts";
import { predictedRows } from "./predicted-rows.ts";

/** What a metric is given of one truth column: rows whose truth is known. */
export interface ColumnRows {
  readonly column: string;
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
  readonly reference?: Float64Array;
}

/** The rows that a metric is computed over: of one session, or of all sessions of a subject. */
export interface BoardGroup {
  readonly subject: string;
  /** {@link allSessions} where the group holds a subject's sessions together. */
  readonly session: string;
  readonly sessions: number;
  readonly rows: number;
  readonly columns: readonly ColumnRows[];
}

/** Stands for the session's name where a subject is scored over all of its sessions. */
export const allSessions = "*";

/**
 * Pairs the truth of a board with its predictions by row id, group by group, in the order of the truth.
 *
 * @throws BraidynError `BUNDLE_NO_BOARD` (no truth), `SUBMISSION_BOARD` (no predictions), `SUBMISSION_ROWS_MISSING`.
 */
export function boardGroups(
  truth: TruthTable,
  predictions: Predictions,
  board: Board,
  aggregation: Aggregation,
): BoardGroup[] {
  const rows = Uint32Array.from(truth.boards.flatMap((name, row) => (name === board ? [row] : [])));
  if (rows.length === 0) throw new BraidynError("BUNDLE_NO_BOARD", { board });
  const places = predictedRows(truth.rowIds, rows, predictions.rowIds);
  refuseMissing(truth, rows, places, board);
  const groups = grouped(truth, rows, aggregation);
  const sorted = inGroups(groups, rows, places);
  const columns = Object.keys(truth.columns).map((column) => ({
    column,
    truth: gathered(truth.columns[column], sorted.rows),
    prediction: gathered(predictions.columns.get(column), sorted.places),
    reference: truth.references?.[column] && gathered(truth.references[column], sorted.rows),
  }));
  return groups.names.map(({ subject, session, sessions }, g) => {
    const [from, to] = [sorted.starts[g]!, sorted.starts[g + 1]!];
    const parts = columns.map((column) => knownRows(column, from, to));
    return { subject, session, sessions: sessions.size, rows: to - from, columns: parts };
  });
}

function refuseMissing({ rowIds }: TruthTable, rows: Uint32Array, places: Int32Array, board: Board): void {
  const missing = places.reduce((count, place) => count + Number(place < 0), 0);
  if (missing === 0) return;
  const split = splitOfBoard(board);
  if (missing === rows.length) throw new BraidynError("SUBMISSION_BOARD", { board, split });
  const id = rowIds[rows[places.indexOf(-1)]!] ?? "";
  throw new BraidynError("SUBMISSION_ROWS_MISSING", { missing, expected: rows.length, split, id });
}

interface Groups {
  readonly names: { readonly subject: string; readonly session: string; readonly sessions: Set<string> }[];
  /** The group of each of the board's rows. */
  readonly groupOf: Uint32Array;
}

function grouped(truth: TruthTable, rows: Uint32Array, aggregation: Aggregation): Groups {
  const names: Groups["names"] = [];
  const known = new Map<string, Map<string, number>>();
  const groupOf = rows.map((row) => {
    const subject = truth.subjects[row] ?? "";
    const own = truth.sessions[row] ?? "";
    const session = aggregation === "subject" ? allSessions : own;
    let sessions = known.get(subject);
    if (sessions === undefined) known.set(subject, (sessions = new Map()));
    let group = sessions.get(session);
    if (group === undefined) {
      group = names.push({ subject, session, sessions: new Set() }) - 1;
      sessions.set(session, group);
    }
    names[group]!.sessions.add(own);
    return group;
  });
  return { names, groupOf };
}

/** The board's rows group after group, in their order within each; group g has `starts[g] <= i < starts[g + 1]`. */
function inGroups({ names, groupOf }: Groups, rows: Uint32Array, places: Int32Array) {
  const starts = new Uint32Array(names.length + 1);
  for (const group of groupOf) starts[group + 1]!++;
  for (let g = 0; g < names.length; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice();
  const sorted = { starts, rows: new Uint32Array(rows.length), places: new Uint32Array(rows.length) };
  groupOf.forEach((group, i) => {
    const to = next[group]!++;
    sorted.rows[to] = rows[i]!;
    sorted.places[to] = places[i]!;
  });
  return sorted;
}

function gathered(values: Float64Array | undefined, rows: Uint32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = values?.[rows[i]!] ?? NaN;
  return found;
}

/** A group's part of a column, without the rows whose truth is NaN. */
function knownRows(
  {
    column,
    truth,
    prediction,
    reference,
  }: Omit<ColumnRows, "reference"> & { reference: Float64Array | undefined },
  from: number,
  to: number,
): ColumnRows {
  const own = truth.subarray(from, to);
  const known = own.some(Number.isNaN) ? (_: number, i: number) => !Number.isNaN(own[i]) : null;
  const part = (values: Float64Array) => {
    const all = values.subarray(from, to);
    return known === null ? all : all.filter(known);
  };
  const compared = { column, truth: part(truth), prediction: part(prediction) };
  return reference === undefined ? compared : { ...compared, reference: part(reference) };
}
