/** Writes Parquet files field by field, so that any of them can lie. */

/** A value of Thrift's compact protocol. */
export type Value =
  | { readonly i: number }
  | { readonly bytes: Uint8Array }
  | { readonly list: readonly Value[] }
  | { readonly struct: Struct };
export type Struct = Readonly<Record<number, Value>>;

export const int = (i: number): Value => ({ i });
export const text = (value: string): Value => ({ bytes: new TextEncoder().encode(value) });
export const list = (...items: Value[]): Value => ({ list: items });
export const struct = (fields: Struct): Value => ({ struct: fields });

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

const typeOf = (value: Value) => ("i" in value ? 6 : "bytes" in value ? 8 : "list" in value ? 9 : 12);

function encode(value: Value): number[] {
  if ("i" in value) return varint(value.i >= 0 ? 2 * value.i : -2 * value.i - 1);
  if ("bytes" in value) return [...varint(value.bytes.length), ...value.bytes];
  if ("list" in value) {
    const type = value.list[0] === undefined ? 12 : typeOf(value.list[0]);
    return [0xf0 | type, ...varint(value.list.length), ...value.list.flatMap(encode)];
  }
  return encodeStruct(value.struct);
}

export function encodeStruct(fields: Struct): number[] {
  const written = Object.entries(fields).flatMap(([id, value]) => {
    return [typeOf(value), ...varint(2 * Number(id)), ...encode(value)];
  });
  return [...written, 0];
}

export interface HostileColumn {
  readonly name: string;
  /** Parquet's number of the physical type: 5 DOUBLE, 6 BYTE_ARRAY. */
  readonly type: number;
  /** Pages, each a header and its bytes. */
  readonly pages: readonly { readonly header: Struct; readonly body: Uint8Array }[];
  readonly schema?: Struct;
  readonly meta?: Struct;
}

/** A file of one row group. `footer` and the columns' `schema` and `meta` overwrite what would be true. */
export function parquetOf(rows: number, columns: readonly HostileColumn[], footer: Struct = {}): Uint8Array {
  const data: number[] = [...new TextEncoder().encode("PAR1")];
  const chunks = columns.map(({ name, type, pages, meta = {} }) => {
    const start = data.length;
    for (const { header, body } of pages) data.push(...encodeStruct(header), ...body);
    const size = data.length - start;
    const own = { 1: int(type), 2: list(int(0)), 3: list(text(name)), 4: int(0), 5: int(rows) };
    return struct({ 2: int(0), 3: struct({ ...own, 6: int(size), 7: int(size), 9: int(start), ...meta }) });
  });
  const elements = columns.map(({ name, type, schema = {} }) =>
    struct({ 1: int(type), 3: int(0), 4: text(name), ...schema }),
  );
  const root = struct({ 4: text("schema"), 5: int(columns.length) });
  const group = struct({ 1: list(...chunks), 2: int(0), 3: int(rows) });
  const end = encodeStruct({
    1: int(1),
    2: list(root, ...elements),
    3: int(rows),
    4: list(group),
    ...footer,
  });
  return fileOf(data, end);
}

/** Data, a footer of any bytes, its length and the magic number. */
export function fileOf(data: readonly number[], footer: readonly number[] | Uint8Array): Uint8Array {
  const file = new Uint8Array(data.length + footer.length + 8);
  file.set(data);
  file.set(footer, data.length);
  new DataView(file.buffer).setUint32(data.length + footer.length, footer.length, true);
  file.set(new TextEncoder().encode("PAR1"), file.length - 4);
  return file;
}

/** A data page of the first format: plain by default; `size` is what it claims to become. */
export function dataPage(count: number, body: Uint8Array, { encoding = 0, size = body.length } = {}) {
  const inner = struct({ 1: int(count), 2: int(encoding), 3: int(3), 4: int(3) });
  return { header: { 1: int(0), 2: int(size), 3: int(body.length), 5: inner }, body };
}

export function dictionaryPage(count: number, body: Uint8Array, size = body.length) {
  const inner = struct({ 1: int(count), 2: int(0) });
  return { header: { 1: int(2), 2: int(size), 3: int(body.length), 7: inner }, body };
}

export function plainTexts(...values: string[]): Uint8Array {
  const parts = values.map((value) => new TextEncoder().encode(value));
  return Uint8Array.from(parts.flatMap((part) => [part.length, 0, 0, 0, ...part]));
}

export function plainDoubles(...values: number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(values).buffer);
}
