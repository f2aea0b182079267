import type { ColumnTable } from "arquero";
import { BraidynError } from "@braidyn/core";
import { categories, isCategoryColumn, newCodes, type Category, type CategoryColumn } from "./categories.ts";
import { denseColumns, type AnyColumn, type DenseTable } from "./dense-columns.ts";
import { namedTable, type TableColumn } from "./session-table.ts";

/**
 * The rows of all tables under each other, in order. Unlike arquero's `concat` it keeps typed columns typed and takes
 * every column that any table has: where one lacks it, numbers are NaN and anything else is null. Columns of different
 * number types become float64.
 *
 * @throws BraidynError `TABLE_CONCAT` without a table.
 */
export function concat(tables: readonly ColumnTable[]): ColumnTable {
  if (tables.length === 0) throw new BraidynError("TABLE_CONCAT", {});
  const parts = tables.map(denseColumns);
  const names = new Set(parts.flatMap(({ columns }) => [...columns.keys()]));
  return namedTable([...names].map((name) => [name, join(name, parts)] as const));
}

type NumberArray = Extract<TableColumn, ArrayBufferView>;

function join(name: string, parts: readonly DenseTable[]): AnyColumn {
  const present = parts.map(({ columns }) => columns.get(name)).filter((column) => column !== undefined);
  if (present.every(isNumbers)) return joinNumbers(name, parts, present);
  if (present.every(isCategoryColumn)) return joinCategories(name, parts);
  return parts.flatMap(({ columns, rows }) => [...(columns.get(name) ?? new Array<null>(rows).fill(null))]);
}

function isNumbers(column: AnyColumn): column is NumberArray {
  return ArrayBuffer.isView(column) && !(column instanceof BigInt64Array || column instanceof BigUint64Array);
}

function joinNumbers(
  name: string,
  parts: readonly DenseTable[],
  present: readonly NumberArray[],
): NumberArray {
  const rows = totalRows(parts);
  const kinds = new Set(present.map((column) => column.constructor));
  const first = present[0] as NumberArray;
  const complete = present.length === parts.length;
  const keeps = kinds.size === 1 && (complete || first instanceof Float32Array);
  const joined = keeps ? new (first.constructor as Float64ArrayConstructor)(rows) : new Float64Array(rows);
  let row = 0;
  for (const { columns, rows: more } of parts) {
    const column = columns.get(name) as NumberArray | undefined;
    if (column === undefined) joined.fill(NaN, row, row + more);
    else joined.set(column, row);
    row += more;
  }
  return joined;
}

function joinCategories(name: string, parts: readonly DenseTable[]): CategoryColumn {
  const codeOf = new Map<Category, number>();
  const translations = parts.map(({ columns }) =>
    valuesOf(columns.get(name)).map((value) => {
      if (!codeOf.has(value)) codeOf.set(value, codeOf.size);
      return codeOf.get(value) as number;
    }),
  );
  const codes = newCodes(codeOf.size, totalRows(parts));
  let row = 0;
  parts.forEach(({ columns, rows }, part) => {
    const old = (columns.get(name) as CategoryColumn | undefined)?.codes;
    for (let i = 0; i < rows; i++) codes[row++] = translations[part]?.[old?.[i] ?? 0] as number;
  });
  return categories([...codeOf.keys()], codes);
}

/** A part without the column is all null. */
function valuesOf(column: AnyColumn | undefined): readonly Category[] {
  return column === undefined ? [null] : (column as CategoryColumn).values;
}

function totalRows(parts: readonly DenseTable[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}
