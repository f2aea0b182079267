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
  const splits = (Object.keys(expectedIds) as BundleSplit[]).sort();
  const ids = splits.flatMap((split) => expectedIds[split] ?? []);
  const slotOf = new Map(ids.map((id, slot) => [id, slot]));
  const seen = new Uint8Array(ids.length);
  const values = columns.map(() => new Float64Array(ids.length));
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
      const given = givenSplits(splits, expectedIds, slotOf, seen);
      const rowIds = given.flatMap((split) => expectedIds[split] ?? []);
      const slots = rowIds.map((id) => slotOf.get(id) ?? 0);
      const named = columns.map((name, i): [string, Float64Array] => [
        name,
        Float64Array.from(slots, (slot) => values[i]?.[slot] ?? NaN),
      ]);
      return { splits: given, rowIds, columns: new Map(named) };
    },
  };
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

/** A split is predicted wholly or not at all: a part of it has no honest score. */
function givenSplits(
  splits: readonly BundleSplit[],
  expectedIds: PredictionsFormat["expectedIds"],
  slotOf: ReadonlyMap<string, number>,
  seen: Uint8Array,
): BundleSplit[] {
  const given = splits.filter((split) => {
    const ids = expectedIds[split] ?? [];
    const missing = ids.filter((id) => seen[slotOf.get(id) ?? 0] === 0);
    if (missing.length === ids.length) return false;
    if (missing.length === 0) return true;
    const first = missing[0] ?? "";
    const counts = { missing: missing.length, expected: ids.length };
    throw new BraidynError("SUBMISSION_ROWS_MISSING", { ...counts, split, id: first });
  });
  if (given.length === 0) throw new BraidynError("SUBMISSION_EMPTY", {});
  return given;
}
