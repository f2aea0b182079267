import { BraidynError } from "@braidyn/core";
import type { BundleSplit } from "../bundle/manifest.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/** Takes a submission's rows one by one and refuses the first wrong one; its memory is that of the expected rows. */
export interface PredictionCollector {
  /** Where each of the file's columns goes: -1 for `row_id`, else the index of the prediction column. */
  header(names: readonly string[]): number[];
  /** @returns the row's slot; the caller then writes `values[column][slot]`. */
  row(id: string, row: number): number;
  readonly values: readonly Float64Array[];
  finish(): Predictions;
}

/** Prepares to collect predictions. Row numbers in errors count data rows from 1, the header not included. */
export function collectPredictions({ columns, expectedIds }: PredictionsFormat): PredictionCollector {
  const splits = layOut(expectedIds);
  const count = splits.at(-1)?.end ?? 0;
  const slotOf = new Map<string, number>();
  for (const { ids, start } of splits) ids.forEach((id, i) => slotOf.set(id, start + i));
  const seen = new Uint8Array(count);
  const values = columns.map(() => new Float64Array(count));
  return {
    values,
    header: (names) => readHeader(names, columns),
    row: (id, row) => {
      const slot = slotOf.get(id);
      if (slot === undefined) throw new BraidynError("SUBMISSION_ROW_UNKNOWN", { row, id: id.slice(0, 80) });
      if (seen[slot] === 1) throw new BraidynError("SUBMISSION_ROW_TWICE", { row, id });
      seen[slot] = 1;
      return slot;
    },
    finish: () => {
      const given = splits.filter((part) => isWhole(part, seen));
      if (given.length === 0) throw new BraidynError("SUBMISSION_EMPTY", {});
      const named = columns.map((name, i): [string, Float64Array] => [name, joined(values[i], given)]);
      return {
        splits: given.map(({ split }) => split),
        rowIds: given.flatMap(({ ids }) => ids),
        columns: new Map(named),
      };
    },
  };
}

/** A split's rows have the slots `start <= slot < end`. */
interface Part {
  readonly split: BundleSplit;
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

function layOut(expectedIds: PredictionsFormat["expectedIds"]): Part[] {
  let start = 0;
  return (Object.keys(expectedIds) as BundleSplit[]).sort().map((split) => {
    const ids = expectedIds[split] ?? [];
    const part = { split, ids, start, end: start + ids.length };
    start = part.end;
    return part;
  });
}

/** A split is predicted wholly or not at all: a part of it has no honest score. */
function isWhole({ split, ids, start, end }: Part, seen: Uint8Array): boolean {
  const own = seen.subarray(start, end);
  const found = own.reduce((sum, one) => sum + one, 0);
  if (found === 0 || found === own.length) return found > 0;
  const id = ids[own.indexOf(0)] ?? "";
  const counts = { missing: own.length - found, expected: own.length };
  throw new BraidynError("SUBMISSION_ROWS_MISSING", { ...counts, split, id });
}

function joined(values: Float64Array | undefined, parts: readonly Part[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { ids }) => sum + ids.length, 0));
  let at = 0;
  for (const { start, end } of parts) {
    all.set(values?.subarray(start, end) ?? [], at);
    at += end - start;
  }
  return all;
}

function readHeader(names: readonly string[], columns: readonly string[]): number[] {
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
