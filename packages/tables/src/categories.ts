/** What a category can be. */
export type Category = string | number | boolean | null;

/**
 * A column of few distinct values: a small code for each row. It is a column to arquero (`length`, `at`, iterable), one
 * byte a row below 256 values, and becomes a dictionary in Arrow.
 */
export interface CategoryColumn<Value extends Category = Category> {
  readonly length: number;
  /** The distinct values. */
  readonly values: readonly Value[];
  /** Row i holds `values[codes[i]]`. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  at(row: number): Value;
  [Symbol.iterator](): Iterator<Value>;
  toArray(): Value[];
}

/** A column of `codes` into `values`; neither is copied. */
export function categories<Value extends Category>(
  values: readonly Value[],
  codes: Uint8Array | Uint16Array | Uint32Array,
): CategoryColumn<Value> {
  const at = (row: number): Value => values[codes[row] as number] as Value;
  return {
    length: codes.length,
    values,
    codes,
    at,
    *[Symbol.iterator]() {
      for (let row = 0; row < codes.length; row++) yield at(row);
    },
    toArray: () => Array.from(codes, (code) => values[code] as Value),
  };
}

/** `length` times the same value. */
export function constant<Value extends Category>(value: Value, length: number): CategoryColumn<Value> {
  return categories([value], new Uint8Array(length));
}

/** The categories found in `array`, in order of appearance. */
export function categorize<Value extends Category>(array: readonly Value[]): CategoryColumn<Value> {
  const codeOf = new Map<Value, number>();
  for (const value of array) if (!codeOf.has(value)) codeOf.set(value, codeOf.size);
  const codes = newCodes(codeOf.size, array.length);
  array.forEach((value, row) => (codes[row] = codeOf.get(value) as number));
  return categories([...codeOf.keys()], codes);
}

/** Room for `length` codes of `count` values, all 0. */
export function newCodes(count: number, length: number): Uint8Array | Uint16Array | Uint32Array {
  if (count <= 0x100) return new Uint8Array(length);
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

export function isCategoryColumn(column: object): column is CategoryColumn {
  return "codes" in column && "values" in column && ArrayBuffer.isView(column.codes);
}

/** `values` over and over, `length` rows in all. */
export function cycle<Value extends Category>(
  values: readonly Value[],
  length: number,
): CategoryColumn<Value> {
  const codes = newCodes(values.length, length);
  for (let row = 0; row < length; row++) codes[row] = row % values.length;
  return categories(values, codes);
}
