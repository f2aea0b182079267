import { table } from "arquero";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { toParquet } from "../../src/index.ts";
import { everyKind, everyKindValues } from "./sample.ts";

const asBuffer = (file: Uint8Array) => file.buffer as ArrayBuffer;

test("a Parquet file reads back with equal values", async () => {
  const rows = await parquetReadObjects({ file: asBuffer(toParquet(everyKind())) });
  for (const [name, values] of Object.entries(everyKindValues)) {
    const read = rows.map((row) => row[name] as unknown);
    const plain = read.map((value) =>
      typeof value === "bigint" ? Number(value) : Number.isNaN(value) ? null : value,
    );
    expect(plain).toEqual(values);
  }
});

test("columns have the narrowest Parquet type that holds them", () => {
  const { schema } = parquetMetadata(asBuffer(toParquet(everyKind())));
  expect(Object.fromEntries(schema.slice(1).map(({ name, type }) => [name, type]))).toEqual({
    subject: "BYTE_ARRAY",
    day: "INT32",
    maybeDay: "INT32",
    float64: "DOUBLE",
    float32: "FLOAT",
    int32: "INT32",
    uint32: "INT64",
    uint8: "INT32",
    bool: "BOOLEAN",
    text: "BYTE_ARRAY",
    number: "DOUBLE",
    whole: "INT32",
  });
});

test("NaN stays NaN and -0 stays -0 among repeated values", async () => {
  const values = Float64Array.from({ length: 5000 }, (_, i) => [0, -0, NaN, 1][i % 4] as number);
  const rows = await parquetReadObjects({ file: asBuffer(toParquet(table({ values: values }))) });
  expect(rows.map((row) => row["values"] as number)).toEqual([...values]);
});

test("an empty table keeps its columns", async () => {
  const file = asBuffer(toParquet(everyKind().filter("d => false")));
  expect(await parquetReadObjects({ file })).toEqual([]);
  expect(parquetMetadata(file).schema.length).toBe(13);
});
