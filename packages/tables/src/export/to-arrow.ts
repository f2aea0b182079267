import {
  batchType,
  bool,
  Column,
  columnFromArray,
  dictionary,
  float64,
  int32,
  int64,
  int8,
  tableFromColumns,
  tableToIPC,
  timestamp,
  utf8,
  type Batch,
  type DataType,
} from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { denseColumns, type AnyColumn } from "../dense-columns.ts";
import { columnKind, type KindOfColumn } from "./column-kind.ts";

export interface ArrowOptions {
  /** `file` (Feather 2, random access; the default) or `stream`. */
  readonly format?: "file" | "stream";
}

/**
 * The table in the Arrow IPC format, read by pyarrow, pandas, polars, R and arquero. Typed columns keep their type and
 * their bytes, repeated strings are dictionaries, NaN stays NaN and null is null.
 *
 * @throws BraidynError `TABLE_COLUMN_TYPE` for a column of mixed types.
 */
export function toArrow(table: ColumnTable, { format = "file" }: ArrowOptions = {}): Uint8Array {
  const { columns } = denseColumns(table);
  const named = [...columns].map(
    ([name, column]) => [name, arrowColumn(name, column)] as [string, Column<unknown>],
  );
  return tableToIPC(tableFromColumns(named), { format }) as Uint8Array;
}

function arrowColumn(name: string, column: AnyColumn): Column<unknown> {
  const found = columnKind(name, column, "Arrow");
  if (found.kind === "category") return dictionaryColumn(found.values, found.codes);
  if (found.kind !== "typed") return columnFromArray([...found.values], plainTypes[found.kind]());
  return found.values.length === 0 ? emptyColumn(found.values) : columnFromArray(found.values);
}

const plainTypes = { string: utf8, bool, date: timestamp, int32, float64, int64 } as const;

type Codes = Extract<KindOfColumn, { kind: "category" }>["codes"];
type TypedValues = Extract<KindOfColumn, { kind: "typed" }>["values"];

/** Arrow recommends signed indices; below 128 values the codes are these already, byte for byte. */
function dictionaryColumn(values: readonly string[], codes: Codes): Column<unknown> {
  const small = codes instanceof Uint8Array && values.length <= 0x80;
  const indices = small
    ? new Int8Array(codes.buffer, codes.byteOffset, codes.length)
    : Int32Array.from(codes);
  // Readers want a dictionary even where no row uses it.
  const words = columnFromArray(values.length === 0 ? [""] : [...values], utf8());
  // The writer finds a column's dictionary by the identity of its type.
  const batch = batchOf(dictionary(words.type, small ? int8() : int32()), indices);
  return new Column([batch.setDictionary(words)]);
}

/** A column of no rows still needs its batch, so that it has as many as its neighbours. */
function emptyColumn(values: TypedValues): Column<unknown> {
  const { type } = columnFromArray(new (values.constructor as Uint8ArrayConstructor)(1));
  return new Column([batchOf(type, values)]);
}

interface DictionaryBatch extends Batch<unknown> {
  setDictionary(words: Column<unknown>): this;
}

function batchOf(type: DataType, values: TypedValues): DictionaryBatch {
  const BatchOfType = batchType(type) as new (options: object) => DictionaryBatch;
  return new BatchOfType({
    length: values.length,
    nullCount: 0,
    type,
    validity: new Uint8Array(0),
    values,
  });
}
