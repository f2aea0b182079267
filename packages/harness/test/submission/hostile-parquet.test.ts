import { describe, expect, test } from "vitest";
import { parsePredictionsParquet } from "../../src/index.ts";
import {
  dataPage,
  dictionaryPage,
  encodeStruct,
  fileOf,
  int,
  list,
  parquetOf,
  plainDoubles,
  plainTexts,
  struct,
  text,
  type HostileColumn,
  type Struct,
} from "../support/hostile-parquet.ts";

const format = { columns: ["lever"], expectedIds: { test: ["t1", "t2", "t3"] } };
const ids: HostileColumn = { name: "row_id", type: 6, pages: [dataPage(3, plainTexts("t1", "t2", "t3"))] };
const lever: HostileColumn = { name: "lever", type: 5, pages: [dataPage(3, plainDoubles(1, 2, 3))] };
const codeOf = async (file: Uint8Array) =>
  parsePredictionsParquet(file, format).then(
    () => "accepted",
    (error: { code?: string }) => error.code ?? String(error),
  );
const withLever = (part: Partial<HostileColumn>, footer?: Struct) =>
  parquetOf(3, [ids, { ...lever, ...part }], footer);
const page = (...args: Parameters<typeof dataPage>) => ({ pages: [dataPage(...args)] });

test("the writer of this test writes files that are accepted, until they lie", async () => {
  const { columns } = await parsePredictionsParquet(parquetOf(3, [ids, lever]), format);
  expect(columns.get("lever")).toEqual(Float64Array.of(1, 2, 3));
});

test("a dictionary and runs of it are read", async () => {
  const entries = dictionaryPage(2, plainDoubles(7, 8));
  const runs = dataPage(3, Uint8Array.of(1, 4, 1, 2, 0), { encoding: 8 }); // 1 bit: twice entry 1, once entry 0
  const { columns } = await parsePredictionsParquet(withLever({ pages: [entries, runs] }), format);
  expect(columns.get("lever")).toEqual(Float64Array.of(8, 8, 7));
});

describe("is refused, in the time that its bytes are worth:", () => {
  const huge = 2 ** 31 - 1;
  const manyGroups = (count: number) =>
    list(...Array.from({ length: count }, () => struct({ 1: list(), 2: int(0), 3: int(0) })));
  const nested = (depth: number): number[] => [
    ...Array.from({ length: depth }, () => 0x1c),
    ...Array<number>(depth + 1).fill(0),
  ];
  const files: [string, Uint8Array, string?][] = [
    ["a row count of a billion", parquetOf(1e9, [ids, lever]), "SUBMISSION_TOO_MANY_ROWS"],
    ["a row count that its row groups do not have", withLever({}, { 3: int(2) })],
    ["a negative row count", withLever({}, { 3: int(-3) })],
    ["a hundred thousand row groups", withLever({}, { 4: manyGroups(100_000) })],
    ["a row group without columns", withLever({}, { 4: list(struct({ 1: list(), 2: int(0), 3: int(3) })) })],
    ["a page of two billion values", withLever(page(huge, plainDoubles(1, 2, 3)))],
    ["a page that becomes two gigabytes", withLever({ ...page(3, plainDoubles(1, 2, 3), { size: huge }) })],
    [
      "a Snappy page that becomes 60 MB",
      withLever({ ...page(3, Uint8Array.of(3, 8, 1, 2, 3), { size: 60e6 }), meta: { 4: int(1) } }),
    ],
    [
      "a Snappy copy from before the start",
      withLever({ ...page(3, Uint8Array.of(24, 0x5d, 9), { size: 24 }), meta: { 4: int(1) } }),
    ],
    [
      "a Snappy stream that says more than it holds",
      withLever({ ...page(3, Uint8Array.of(24, 0xf0, 200), { size: 24 }), meta: { 4: int(1) } }),
    ],
    [
      "a run of two billion dictionary entries without a dictionary",
      withLever(page(3, Uint8Array.of(1, 0xfe, 0xff, 0xff, 0xff, 0x0f, 0), { encoding: 8 })),
    ],
    [
      "an entry that the dictionary has not",
      withLever({
        pages: [dictionaryPage(1, plainDoubles(1)), dataPage(3, Uint8Array.of(8, 6, 99), { encoding: 8 })],
      }),
    ],
    [
      "a dictionary of two billion entries",
      withLever({ pages: [dictionaryPage(huge, plainDoubles(1)), ...lever.pages] }),
    ],
    [
      "indices of 200 bits",
      withLever({
        pages: [dictionaryPage(1, plainDoubles(1)), dataPage(3, Uint8Array.of(200, 6, 0), { encoding: 8 })],
      }),
    ],
    ["an encoding that is not plain", withLever(page(3, plainDoubles(1, 2, 3), { encoding: 5 }))],
    ["fewer values than rows", withLever(page(2, plainDoubles(1, 2)))],
    ["fewer bytes than values", withLever(page(3, plainDoubles(1, 2)))],
    [
      "a text longer than its page",
      parquetOf(3, [
        { ...ids, pages: [dataPage(3, Uint8Array.of(255, 255, 255, 255, 1, 2, 3, 4, 5, 6, 7, 8))] },
        lever,
      ]),
    ],
    ["a column chunk beyond the file", withLever({ meta: { 9: int(1e6) } })],
    [
      "a column chunk in another file",
      parquetOf(3, [ids, lever], {
        4: list(
          struct({
            1: list(struct({ 1: text("/etc/passwd"), 2: int(0) }), struct({ 2: int(0) })),
            2: int(0),
            3: int(3),
          }),
        ),
      }),
    ],
    ["gzip", withLever({ meta: { 4: int(2) } }), "SUBMISSION_PARQUET_CODEC"],
    ["zstd", withLever({ meta: { 4: int(6) } }), "SUBMISSION_PARQUET_CODEC"],
    ["a list column", withLever({ schema: { 3: int(2) } })],
    ["a nested column", withLever({ schema: { 5: int(1) } })],
    ["decimals", withLever({ type: 2, schema: { 6: int(5) } }), "SUBMISSION_COLUMN_TYPE"],
    ["dates", withLever({ type: 1, schema: { 10: struct({ 6: struct({}) }) } }), "SUBMISSION_COLUMN_TYPE"],
    ["booleans", withLever({ type: 0 }), "SUBMISSION_COLUMN_TYPE"],
    [
      "a footer longer than the file",
      Uint8Array.from([
        ...new TextEncoder().encode("PAR1"),
        255,
        255,
        255,
        127,
        ...new TextEncoder().encode("PAR1"),
      ]),
    ],
    ["a footer nested a million deep", fileOf([80, 65, 82, 49], nested(1_000_000))],
    [
      "a footer that is one number of a million bytes",
      fileOf([80, 65, 82, 49], [0x16, ...Array<number>(1_000_000).fill(0xff)]),
    ],
    [
      "a footer of a list that claims two billion structs",
      fileOf([80, 65, 82, 49], [0x29, 0xfc, 0xff, 0xff, 0xff, 0xff, 7]),
    ],
    [
      "a footer of ten million empty structs",
      fileOf(
        [80, 65, 82, 49],
        Uint8Array.from([0x29, 0xfc, 0x80, 0xad, 0xe2, 0x04, ...new Uint8Array(10_000_001)]),
      ),
    ],
    ["an empty footer", fileOf([80, 65, 82, 49], [])],
  ];

  test.each(files)("%s", async (_, file, code = "SUBMISSION_PARQUET") => {
    expect(await codeOf(file)).toBe(code);
  });

  test("a billion values of one run, whatever the run claims, are cut at the rows", async () => {
    const entries = dictionaryPage(1, plainDoubles(7));
    const run = dataPage(3, Uint8Array.of(1, 0xfe, 0xff, 0xff, 0xff, 0x0f, 0), { encoding: 8 });
    const { columns } = await parsePredictionsParquet(withLever({ pages: [entries, run] }), format);
    expect(columns.get("lever")).toEqual(Float64Array.of(7, 7, 7));
  });
});

test("the first bad rows are named in a Parquet file too", async () => {
  const bad = withLever(page(3, plainDoubles(NaN, 1, NaN)));
  await expect(parsePredictionsParquet(bad, format)).rejects.toMatchObject({
    code: "SUBMISSION_VALUE_NAN",
    message: expect.stringMatching(/^row 1, 3: "lever"/) as string,
  });
});

test("a footer is read as it is written", () => {
  expect(encodeStruct({ 1: int(-1), 2: text("a") })).toEqual([6, 2, 1, 8, 4, 1, 97, 0]);
});
