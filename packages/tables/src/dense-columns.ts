import type { ColumnTable } from "arquero";
import { categories, isCategoryColumn, type CategoryColumn } from "./categories.ts";

/** Any of arquero's columns, brought to one of three forms. */
export type AnyColumn = TypedArray | CategoryColumn | readonly unknown[];

/** Every typed array that a column can be. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | BigInt64Array
  | BigUint64Array;

/** A table's columns, each `rows` long, in the table's order. */
export interface DenseTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, AnyColumn>;
}

/** The columns of `table` with its filter and order applied; without these nothing is copied. */
export function denseColumns(table: ColumnTable): DenseTable {
  const picked = table.isFiltered() || table.isOrdered() ? table.indices() : null;
  const columns = table
    .columnNames()
    .map((name) => [name, pick(dense(table.column(name) as object), picked)] as const);
  return { rows: table.numRows(), columns: new Map(columns) };
}

function dense(column: object): AnyColumn {
  if (Array.isArray(column) || ArrayBuffer.isView(column)) return column as AnyColumn;
  if (isCategoryColumn(column)) return column;
  // Arrow columns and the like.
  return [...(column as Iterable<unknown>)];
}

function pick(column: AnyColumn, rows: ArrayLike<number> | null): AnyColumn {
  if (rows === null) return column;
  if (isCategoryColumn(column)) return categories(column.values, gather(column.codes, rows));
  return Array.isArray(column)
    ? Array.from(rows, (row) => column[row] as unknown)
    : gather(column as TypedArray, rows);
}

function gather<Array extends TypedArray>(array: Array, rows: ArrayLike<number>): Array {
  const gathered = new (array.constructor as new (length: number) => Array)(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = array[rows[i] as number] as Array[number];
  return gathered;
}
