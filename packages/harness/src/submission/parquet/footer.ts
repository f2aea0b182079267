import { BraidynError } from "@braidyn/core";
import { columnKind, type ColumnKind } from "./column-kind.ts";
import { damaged } from "./damaged.ts";
import { readThrift, structField, structsField, textField, wholeField, type ThriftStruct } from "./thrift.ts";

/** A column of a flat file. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether values may be absent. */
  readonly optional: boolean;
}

/** Where a column's values of a row group stand. */
export interface ColumnChunk {
  readonly rows: number;
  readonly start: number;
  readonly end: number;
  readonly compressed: boolean;
}

/** A file's layout, checked: all chunks lie in the file, and their rows sum to the file's. */
export interface ParquetLayout {
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
  /** Row groups; in each, one chunk a column. */
  readonly groups: readonly (readonly ColumnChunk[])[];
}

const maxFooterBytes = 16 << 20;
const maxColumns = 1024;
const maxGroups = 1000;
const codecs = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"];

/**
 * Reads the footer of a Parquet file of plain columns. Source: parquet-format, `parquet.thrift`.
 *
 * @throws BraidynError `SUBMISSION_PARQUET` (damaged, encrypted, nested, or more row groups than a submission has reason
 * to have), `SUBMISSION_PARQUET_CODEC`.
 */
export function readFooter(file: Uint8Array): ParquetLayout {
  const tail = file.length - 8;
  const magic = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (tail < 4 || magic(0) !== "PAR1" || magic(tail + 4) !== "PAR1") throw damaged("PAR1");
  const length = new DataView(file.buffer, file.byteOffset + tail, 4).getUint32(0, true);
  if (length > maxFooterBytes || length > tail - 4) throw damaged(`footer: ${length} bytes`);
  const { value } = readThrift(file.subarray(tail - length, tail), 0);
  const columns = readSchema(structsField(value, 2));
  const rows = wholeField(value, 3, Number.MAX_SAFE_INTEGER);
  const groups = structsField(value, 4);
  if (groups.length > maxGroups) throw damaged(`${groups.length} row groups > ${maxGroups}`);
  const counts = groups.map((group) => wholeField(group, 3, rows));
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum !== rows) throw damaged(`${sum} rows in row groups != ${rows}`);
  return {
    rows,
    columns,
    groups: groups.map((group, g) => readGroup(group, counts[g]!, columns.length, tail - length)),
  };
}

function readSchema([root, ...elements]: ThriftStruct[]): ParquetColumn[] {
  const children = root === undefined ? 0 : wholeField(root, 5, maxColumns, 0);
  if (children !== elements.length) throw damaged("schema: nested columns");
  return elements.map((element) => {
    const name = textField(element, 4);
    const repetition = wholeField(element, 3, 2, 0);
    if (element.has(5) || repetition === 2) throw damaged(`schema: "${name.slice(0, 80)}" is nested`);
    return { name, kind: columnKind(element), optional: repetition === 1 };
  });
}

function readGroup(group: ThriftStruct, rows: number, columns: number, dataEnd: number): ColumnChunk[] {
  const chunks = structsField(group, 1);
  if (chunks.length !== columns) throw damaged(`${chunks.length} column chunks != ${columns}`);
  return chunks.map((chunk) => {
    const meta = structField(chunk, 3);
    if (meta === null || chunk.has(1)) throw damaged("column chunk: elsewhere or encrypted");
    if (wholeField(meta, 5, rows) !== rows) throw damaged(`column chunk: values != ${rows} rows`);
    const codec = wholeField(meta, 4, 255, 0);
    if (codec > 1)
      throw new BraidynError("SUBMISSION_PARQUET_CODEC", { codec: codecs[codec] ?? String(codec) });
    const data = wholeField(meta, 9, dataEnd);
    const start = Math.min(data, wholeField(meta, 11, dataEnd, data) || data);
    const end = start + wholeField(meta, 7, dataEnd - start);
    return { rows, start, end, compressed: codec === 1 };
  });
}
