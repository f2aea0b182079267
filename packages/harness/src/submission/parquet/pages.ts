import { damaged } from "./damaged.ts";
import type { ColumnChunk } from "./footer.ts";
import { readHybrid } from "./hybrid.ts";
import { unsnap } from "./snappy.ts";
import { readThrift, structField, wholeField, type ThriftStruct } from "./thrift.ts";

/** One page of a column chunk, decompressed. */
export interface Page {
  readonly dictionary: boolean;
  /** Number of rows, or of the dictionary's values. */
  readonly count: number;
  /** Whether the values are numbers of a dictionary's entries. */
  readonly indices: boolean;
  /** 1 where there is a value; null: everywhere. */
  readonly present: Uint32Array | null;
  /** The values that are there. */
  readonly values: Uint8Array;
}

/** No writer makes pages nearly as large. */
const maxPageBytes = 64 << 20;
const plain = 0;
const dictionaryEncodings = [2, 8];

/**
 * The pages of a column chunk, one at a time: what one needs is gone before the next is read.
 *
 * @throws BraidynError `SUBMISSION_PARQUET` when a page says what cannot be: more values than the chunk has rows, more
 * bytes than there are, an encoding other than plain and dictionary.
 */
export function* readPages(file: Uint8Array, chunk: ColumnChunk, optional: boolean): Generator<Page> {
  const bytes = file.subarray(chunk.start, chunk.end);
  let left = chunk.rows;
  for (let at = 0; at < bytes.length && left > 0;) {
    const { value: header, end } = readThrift(bytes.subarray(at, at + maxHeaderBytes), 0);
    const size = wholeField(header, 3, bytes.length - at - end);
    const page = bytes.subarray(at + end, at + end + size);
    at += end + size;
    const read = readPage(header, page, chunk, optional, left);
    if (read === null) continue;
    if (!read.dictionary) left -= read.count;
    yield read;
  }
  if (left > 0) throw damaged(`${left} values of a column are missing`);
}

/** Page headers carry statistics: two values, which writers cut. */
const maxHeaderBytes = 1 << 20;

function readPage(
  header: ThriftStruct,
  page: Uint8Array,
  { compressed, rows }: ColumnChunk,
  optional: boolean,
  left: number,
): Page | null {
  const type = wholeField(header, 1, 3);
  const size = wholeField(header, 2, maxPageBytes);
  const whole = () => expand(page, size, compressed);
  const [v1, dictionary, v2] = [structField(header, 5), structField(header, 7), structField(header, 8)];
  if (type === 2 && dictionary !== null) {
    const count = wholeField(dictionary, 1, rows);
    return { dictionary: true, count, indices: false, present: null, values: whole() };
  }
  if (type === 0 && v1 !== null) {
    const count = wholeField(v1, 1, left);
    const body = whole();
    const levels = optional ? levelsLength(body) : 0;
    const present = optional ? readHybrid(body.subarray(4, levels), 1, count) : null;
    return { ...encodingOf(v1, 2), count, present, values: body.subarray(levels) };
  }
  if (type === 3 && v2 !== null) {
    const count = wholeField(v2, 1, left);
    const levels = wholeField(v2, 5, page.length);
    if (wholeField(v2, 6, page.length) !== 0 || levels > size) throw damaged("page: repetition levels");
    const present = optional ? readHybrid(page.subarray(0, levels), 1, count) : null;
    const body = page.subarray(levels);
    const values = expand(body, size - levels, compressed && v2.get(7) !== false);
    return { ...encodingOf(v2, 4), count, present, values };
  }
  if (type === 1) return null; // an index
  throw damaged(`page of type ${type}`);
}

function expand(page: Uint8Array, size: number, compressed: boolean): Uint8Array {
  if (compressed) return size === 0 ? new Uint8Array(0) : unsnap(page, size);
  if (page.length !== size) throw damaged(`page of ${page.length} bytes != ${size}`);
  return page;
}

/** Levels of the first page format follow their length. */
function levelsLength(body: Uint8Array): number {
  const length =
    body.length < 4 ? Infinity : new DataView(body.buffer, body.byteOffset, 4).getUint32(0, true);
  if (length > body.length - 4) throw damaged(`levels: ${length} bytes`);
  return 4 + length;
}

function encodingOf(header: ThriftStruct, id: number): Pick<Page, "dictionary" | "indices"> {
  const encoding = wholeField(header, id, 255, plain);
  const indices = dictionaryEncodings.includes(encoding);
  if (encoding !== plain && !indices) throw damaged(`encoding ${encoding}`);
  return { dictionary: false, indices };
}
