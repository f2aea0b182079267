import { BraidynError } from "@braidyn/core";
import { dropByteOrderMark } from "./byte-order-mark.ts";
import { collectPredictions } from "./collector.ts";
import { splitCsv } from "./csv-fields.ts";
import { csvRows } from "./csv-rows.ts";
import { gatherFaults } from "./faults.ts";
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
 * @throws BraidynError `SUBMISSION_*` for the first fault, with the first rows that have it (data rows count from 1).
 * Nothing in it depends on the truth.
 */
export function parsePredictionsCsv(file: Uint8Array | string, format: PredictionsFormat): Predictions {
  const reader = createCsvReader(format);
  reader.push(typeof file === "string" ? new TextEncoder().encode(file) : file);
  return reader.finish();
}

/** As {@link parsePredictionsCsv}, piece by piece; stops when it has seen enough faults. */
export function createCsvReader(format: PredictionsFormat): PredictionsReader {
  const collector = collectPredictions(format);
  const faults = gatherFaults();
  let rows = 0;
  const sink = csvRows(collector, format.columns, faults);
  const csv = splitCsv({ ...sink, row: (fields, row) => (rows++, sink.row(fields, row)) });
  const start = dropByteOrderMark((bytes) => csv.push(bytes));
  const read = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      faults.check(); // a row's fault that came before
      throw error;
    }
  };
  return {
    push: (bytes) => read(() => start.push(bytes)),
    finish: () => {
      read(() => {
        start.finish();
        csv.finish();
      });
      faults.check();
      if (rows === 0) throw new BraidynError("SUBMISSION_EMPTY", {});
      return collector.finish();
    },
  };
}
