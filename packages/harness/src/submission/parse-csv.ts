import { BraidynError } from "@braidyn/core";
import { collectPredictions } from "./collector.ts";
import { splitCsv } from "./csv-fields.ts";
import { parsePrediction } from "./number.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/** Reads predictions from pieces of a CSV file, for files too large to hold. */
export interface PredictionsReader {
  push(bytes: Uint8Array): void;
  finish(): Predictions;
}

/**
 * Reads `predictions.csv`: a header with `row_id` and every truth column, in any order; rows in any order; CRLF, a
 * byte-order mark and a missing final newline are fine.
 *
 * @throws BraidynError `SUBMISSION_*` for the first fault, with its row (data rows count from 1). Nothing in it depends
 * on the truth.
 */
export function parsePredictionsCsv(file: Uint8Array | string, format: PredictionsFormat): Predictions {
  const reader = createCsvReader(format);
  reader.push(typeof file === "string" ? new TextEncoder().encode(file) : file);
  return reader.finish();
}

/** As {@link parsePredictionsCsv}, piece by piece; stops at the first fault. */
export function createCsvReader(format: PredictionsFormat): PredictionsReader {
  const collector = collectPredictions(format);
  let places: number[] = [];
  let idAt = 0;
  const csv = splitCsv((fields, row) => {
    if (row === 0) {
      places = collector.header(fields);
      idAt = places.indexOf(-1);
      return;
    }
    if (fields.length !== places.length) {
      throw new BraidynError("SUBMISSION_FIELDS", { row, found: fields.length, expected: places.length });
    }
    const slot = collector.row(fields[idAt] ?? "", row);
    places.forEach((place, i) => {
      const values = collector.values[place];
      if (values !== undefined)
        values[slot] = parsePrediction(fields[i] ?? "", row, format.columns[place] ?? "");
    });
  });
  const mark = byteOrderMark((bytes) => csv.push(bytes));
  return {
    push: (bytes) => mark.push(bytes),
    finish: () => {
      mark.finish();
      csv.finish();
      if (places.length === 0) throw new BraidynError("SUBMISSION_EMPTY", {});
      return collector.finish();
    },
  };
}

/** Drops a UTF-8 byte-order mark and refuses a UTF-16 one; waits for three bytes before it decides. */
function byteOrderMark(next: (bytes: Uint8Array) => void): { push(bytes: Uint8Array): void; finish(): void } {
  let start: Uint8Array | null = new Uint8Array(0);
  const decide = (bytes: Uint8Array): void => {
    start = null;
    const [a, b, c] = bytes;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
      throw new BraidynError("SUBMISSION_UTF16", {});
    // UTF-16 without a mark: every other byte of "row_id" is 0
    if ((a === 0) !== (b === 0) && bytes.length > 1) throw new BraidynError("SUBMISSION_UTF16", {});
    next(a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes);
  };
  return {
    push: (bytes) => {
      if (start === null) return next(bytes);
      start = Uint8Array.of(...start, ...bytes.subarray(0, 3));
      if (start.length < 3) return;
      const first = start;
      const rest = bytes.subarray(Math.min(3, bytes.length));
      decide(first);
      next(rest);
    },
    finish: () => {
      if (start !== null) decide(start);
    },
  };
}
