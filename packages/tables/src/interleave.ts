import type { NumericArray } from "@braidyn/nwb";

/** Column `index` of row-by-row `data` with `columns` columns, as a new array of the same kind. */
export function takeColumn<Data extends NumericArray>(data: Data, columns: number, index: number): Data {
  const rows = columns === 0 ? 0 : data.length / columns;
  const column = data.slice(0, rows) as Data;
  for (let row = 0, from = index; row < rows; row++, from += columns) column[row] = data[from] as number;
  return column;
}

/** Columns of equal length, row by row: the inverse of {@link takeColumn}. */
export function interleave(columns: readonly ArrayLike<number>[], into: Float32Array | Float64Array): void {
  columns.forEach((column, index) => {
    for (let row = 0, to = index; row < column.length; row++, to += columns.length) {
      into[to] = column[row] as number;
    }
  });
}

/** Every value `times` times in a row. */
export function repeatEach(values: Float64Array, times: number): Float64Array {
  const repeated = new Float64Array(values.length * times);
  for (let i = 0; i < values.length; i++) repeated.fill(values[i] as number, i * times, (i + 1) * times);
  return repeated;
}
