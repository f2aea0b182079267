import { BraidynError } from "@braidyn/core";
import type { PredictionCollector } from "./collector.ts";
import type { CsvSink } from "./csv-fields.ts";
import { decimalOfBytes } from "./decimal-bytes.ts";
import type { Faults } from "./faults.ts";
import { parsePrediction } from "./number.ts";

/**
 * Turns the fields of a CSV file into collected predictions: the first row is the header.
 *
 * @throws BraidynError `SUBMISSION_COLUMN_*` of the header; faults of other rows go to `faults`.
 */
export function csvRows(collector: PredictionCollector, columns: readonly string[], faults: Faults): CsvSink {
  const names: string[] = [];
  let places: readonly number[] = [];
  /** The row's predictions wait here: its id may come after them. */
  const waiting = new Float64Array(columns.length);
  let slot = -1;
  let fault: unknown = null;
  return {
    field: (bytes, length, column, row) => {
      if (row === 0) return void names.push(textOf(bytes, length));
      const place = places[column];
      if (place === undefined || fault !== null) return;
      try {
        if (place === -1) slot = collector.row(bytes, length, row);
        else waiting[place] = predictionOf(bytes, length, row, columns[place] ?? "");
      } catch (error) {
        fault = error;
      }
    },
    row: (fields, row) => {
      if (row === 0) return void (places = collector.header(names));
      // what stands in a row that is cut wrongly says little: its number of fields comes first
      if (fields !== places.length) {
        fault = new BraidynError("SUBMISSION_FIELDS", { row, found: fields, expected: places.length });
      }
      if (fault !== null) faults.add(fault);
      else for (let c = 0; c < waiting.length; c++) collector.values[c]![slot] = waiting[c]!;
      fault = null;
    },
  };
}

function predictionOf(bytes: Uint8Array, length: number, row: number, column: string): number {
  const value = decimalOfBytes(bytes, length);
  return Number.isNaN(value) ? parsePrediction(textOf(bytes, length), row, column) : value;
}

function textOf(bytes: Uint8Array, length: number): string {
  for (let i = 0; i < length; i++) {
    if (bytes[i]! > 0x7f)
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, length));
  }
  // a decoder's call costs more than a short field of ASCII
  return String.fromCharCode.apply(null, bytes.subarray(0, length) as unknown as number[]);
}
