import { BraidynError } from "@braidyn/core";
import { collectPredictions, type PredictionCollector } from "./collector.ts";
import { gatherFaults } from "./faults.ts";
import { finite } from "./number.ts";
import type { ColumnKind, NumberType } from "./parquet/column-kind.ts";
import { eachValue } from "./parquet/column-values.ts";
import { readFooter, type ParquetLayout } from "./parquet/footer.ts";
import { plainNumbers, plainTexts } from "./parquet/plain.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/**
 * Reads `predictions.parquet`, with the rules of `parsePredictionsCsv`. `row_id` is a string column, predictions are
 * floating-point or whole numbers; plain and dictionary encoding, uncompressed or Snappy.
 *
 * The reader is ours: a library trusts what a file says of its own sizes, and a submission's author is a stranger.
 *
 * @throws BraidynError `SUBMISSION_*`.
 */
export async function parsePredictionsParquet(
  file: Uint8Array,
  format: PredictionsFormat,
): Promise<Predictions> {
  const layout = readFooter(file);
  const collector = collectPredictions(format);
  // the row count is known before a value is decoded, so a file of a billion rows ends here
  const places = collector.header(layout.columns.map(({ name }) => name));
  if (layout.rows > collector.count) {
    throw new BraidynError("SUBMISSION_TOO_MANY_ROWS", { found: layout.rows, expected: collector.count });
  }
  const types = layout.columns.map(({ name, kind }, c) =>
    places[c] === -1 ? textType(name, kind) : numberType(name, kind),
  );
  const slots = readSlots(file, layout, places.indexOf(-1), collector);
  places.forEach((place, c) => {
    if (place !== -1)
      readNumbers(file, layout, { column: c, type: types[c]!, slots, into: collector.values[place]! });
  });
  return collector.finish();
}

/** The slot of each of the file's rows. */
function readSlots(
  file: Uint8Array,
  { rows, groups, columns }: ParquetLayout,
  column: number,
  collector: PredictionCollector,
): Int32Array {
  const slots = new Int32Array(rows);
  const faults = gatherFaults();
  let before = 0;
  for (const group of groups) {
    const chunk = group[column]!;
    const { optional } = columns[column]!;
    eachValue(file, { chunk, optional }, plainTexts, (id, i) => {
      const row = before + i;
      try {
        if (id === null) throw new BraidynError("SUBMISSION_VALUE_BLANK", { row: row + 1, column: "row_id" });
        slots[row] = collector.row(id, id.length, row + 1);
      } catch (error) {
        faults.add(error);
      }
    });
    before += chunk.rows;
  }
  faults.check();
  return slots;
}

interface NumberColumn {
  readonly column: number;
  readonly type: NumberType;
  readonly slots: Int32Array;
  readonly into: Float64Array;
}

function readNumbers(
  file: Uint8Array,
  { groups, columns }: ParquetLayout,
  { column, type, slots, into }: NumberColumn,
): void {
  const faults = gatherFaults();
  const { name, optional } = columns[column]!;
  let before = 0;
  for (const group of groups) {
    const chunk = group[column]!;
    const plain = (bytes: Uint8Array, count: number) => plainNumbers(bytes, type, count);
    eachValue(file, { chunk, optional }, plain, (value, i) => {
      const row = before + i;
      if (value !== null && Number.isFinite(value)) return void (into[slots[row]!] = value);
      try {
        if (value === null) throw new BraidynError("SUBMISSION_VALUE_BLANK", { row: row + 1, column: name });
        finite(value, row + 1, name);
      } catch (error) {
        faults.add(error);
      }
    });
    before += chunk.rows;
  }
  faults.check();
}

function textType(column: string, kind: ColumnKind): null {
  if (kind.kind === "text") return null;
  throw new BraidynError("SUBMISSION_COLUMN_TYPE", { column, found: nameOf(kind), expected: "string" });
}

function numberType(column: string, kind: ColumnKind): NumberType {
  if (kind.kind === "number") return kind.type;
  throw new BraidynError("SUBMISSION_COLUMN_TYPE", { column, found: nameOf(kind), expected: "number" });
}

function nameOf(kind: ColumnKind): string {
  if (kind.kind === "other") return kind.name;
  return kind.kind === "text" ? "string" : kind.type;
}
