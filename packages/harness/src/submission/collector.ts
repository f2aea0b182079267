import { BraidynError } from "@braidyn/core";
import type { BundleSplit } from "../bundle/manifest.ts";
import { readHeader } from "./header.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";
import { createRowIndex } from "./row-index.ts";

/** Takes a submission's rows one by one; its memory is that of the expected rows. */
export interface PredictionCollector {
  /** Number of rows that may be predicted. */
  readonly count: number;
  /** The longest row id, in bytes. */
  readonly longestId: number;
  /** Where each of the file's columns goes: -1 for `row_id`, else the index of the prediction column. */
  header(names: readonly string[]): number[];
  /**
   * @param id of which the first `length` bytes count.
   * @returns the row's slot; the caller then writes `values[column][slot]`.
   * @throws BraidynError `SUBMISSION_ROW_UNKNOWN`, `SUBMISSION_ROW_TWICE`.
   */
  row(id: Uint8Array, length: number, row: number): number;
  readonly values: readonly Float64Array[];
  finish(): Predictions;
}

/** Prepares to collect predictions. Row numbers in errors count data rows from 1, the header not included. */
export function collectPredictions({ columns, expectedIds }: PredictionsFormat): PredictionCollector {
  const splits = layOut(expectedIds);
  const index = createRowIndex(splits.flatMap(({ ids }) => ids));
  const seen = new Uint8Array(index.count);
  const values = columns.map(() => new Float64Array(index.count));
  return {
    count: index.count,
    longestId: index.longest,
    values,
    header: (names) => readHeader(names, columns),
    row: (bytes, length, row) => {
      const slot = index.find(bytes, length);
      if (slot === -1) throw new BraidynError("SUBMISSION_ROW_UNKNOWN", { row, id: shown(bytes, length) });
      if (seen[slot] === 1) throw new BraidynError("SUBMISSION_ROW_TWICE", { row, id: shown(bytes, length) });
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
  const first: string[] = [];
  for (let i = own.indexOf(0); i >= 0 && first.length < 5; i = own.indexOf(0, i + 1))
    first.push(ids[i] ?? "");
  const counts = { missing: own.length - found, expected: own.length };
  throw new BraidynError("SUBMISSION_ROWS_MISSING", { ...counts, split, id: first.join(", ") });
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

function shown(bytes: Uint8Array, length: number): string {
  return new TextDecoder().decode(bytes.subarray(0, length)).slice(0, 80);
}
