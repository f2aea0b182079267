import { BraidynError } from "@braidyn/core";
import { isCategoryColumn } from "../categories.ts";
import type { AnyColumn } from "../dense-columns.ts";

/** Rows of text made at a time. */
export const rowsPerChunk = 4096;

/** The text of each row of a column; categories are formatted once a value, not once a row. */
export function cellTexts(column: AnyColumn, format: (value: unknown) => string): (row: number) => string {
  if (isCategoryColumn(column)) {
    const texts = column.values.map(format);
    return (row) => texts[column.codes[row] as number] as string;
  }
  const values = column as ArrayLike<unknown>;
  return (row) => format(values[row]);
}

/** All chunks as one string. */
export function joinChunks(chunks: Iterable<string>, rows: number, format: string): string {
  let text = "";
  try {
    for (const chunk of chunks) text += chunk;
  } catch (error) {
    // "Invalid string length" is all that engines say of it.
    if (!(error instanceof RangeError)) throw error;
    throw new BraidynError("TABLE_TOO_LONG", { rows, format }, { cause: error });
  }
  return text;
}
