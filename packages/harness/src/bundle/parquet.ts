import { BraidynError } from "@braidyn/core";
import { parquetMetadata, parquetScan, parquetSchema } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";

/** One column of a table: strings, whole numbers that may be absent, or numbers. */
export type ParquetColumn =
  | { readonly name: string; readonly type: "STRING"; readonly data: readonly string[] }
  | { readonly name: string; readonly type: "INT32"; readonly data: readonly (number | null)[] }
  | { readonly name: string; readonly type: "DOUBLE"; readonly data: Float64Array };

/** A Parquet file of `columns`; the same bytes for the same values. */
export function writeParquet(columns: readonly ParquetColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type, data }) => ({
    name,
    type,
    data: data as string[] | (number | null)[] | Float64Array,
    nullable: type === "INT32",
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** A Parquet file opened for reading column by column. */
export interface ParquetTable {
  readonly count: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** All values of a top-level column: strings, numbers, bigints, booleans; null where there is none. */
  read(column: string): Promise<ArrayLike<unknown>>;
}

/** Opens a Parquet file in memory. Rejects with the library's error; callers say what the file was. */
export async function openParquet(bytes: Uint8Array): Promise<ParquetTable> {
  const file = arrayBufferOf(bytes);
  const metadata = parquetMetadata(file);
  const scan = await parquetScan({ file, metadata });
  return {
    count: Number(metadata.num_rows),
    columns: parquetSchema(metadata).children.map(({ element }) => ({
      name: element.name,
      type: element.converted_type ?? element.type ?? "group",
    })),
    read: async (column) => {
      const parts = await Promise.all(scan.ranges.map((range) => scan.readColumn({ column, ...range })));
      return parts.length === 1 ? (parts[0] ?? []) : parts.flatMap((part) => Array.from<unknown>(part));
    },
  };
}

/** Reads columns of strings and of numbers from a table of a bundle. @throws BraidynError `BUNDLE_CONTENTS`. */
export async function readColumns(
  bytes: Uint8Array,
  file: string,
  names: { readonly strings: readonly string[]; readonly numbers: readonly string[] },
): Promise<{ count: number; strings: Map<string, string[]>; numbers: Map<string, Float64Array> }> {
  try {
    const table = await openParquet(bytes);
    const strings = new Map<string, string[]>();
    const numbers = new Map<string, Float64Array>();
    for (const name of names.strings) strings.set(name, textOf(await table.read(name), name));
    for (const name of names.numbers) numbers.set(name, numbersOf(await table.read(name), name));
    return { count: table.count, strings, numbers };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("BUNDLE_CONTENTS", { file, reason }, { cause });
  }
}

function textOf(values: ArrayLike<unknown>, name: string): string[] {
  return Array.from(values, (value) => {
    if (typeof value !== "string") throw new Error(`${name}: ${typeof value}`);
    return value;
  });
}

function numbersOf(values: ArrayLike<unknown>, name: string): Float64Array {
  return Float64Array.from(values, (value) => {
    if (typeof value !== "number") throw new Error(`${name}: ${typeof value}`);
    return value;
  });
}

/** The library wants an ArrayBuffer that holds the file and nothing else. Node's Buffer has a `slice` that copies not. */
function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (whole ? bytes : Uint8Array.from(bytes)).buffer as ArrayBuffer;
}
