import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { parsePredictionsParquet } from "../../src/index.ts";

const format = { columns: ["lever"], expectedIds: { validation: ["v1"], test: ["t1", "t2", "t3"] } };

type Column = {
  name: string;
  data: unknown[] | Float64Array;
  type?: "STRING" | "DOUBLE" | "INT64" | "INT32" | "FLOAT" | "BOOLEAN";
};
const file = (...columns: Column[]) =>
  new Uint8Array(parquetWriteBuffer({ columnData: columns as never, rowGroupSize: 2 }));
const ids: Column = { name: "row_id", data: ["t3", "t1", "t2"], type: "STRING" };

test.each([
  ["DOUBLE", [3, 1, 2]],
  ["FLOAT", [3, 1, 2]],
  ["INT32", [3, 1, 2]],
  ["INT64", [3n, 1n, 2n]],
] as const)("%s predictions are read, in the bundle's order, over several row groups", async (type, data) => {
  const predictions = await parsePredictionsParquet(
    file({ name: "lever", data: [...data], type }, ids),
    format,
  );
  expect(predictions).toEqual({
    splits: ["test"],
    rowIds: ["t1", "t2", "t3"],
    columns: new Map([["lever", Float64Array.of(1, 2, 3)]]),
  });
});

test("a file in the middle of a Node buffer is read without its neighbours", async () => {
  const bytes = file(ids, { name: "lever", data: [3, 1, 2], type: "DOUBLE" });
  const pool = Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(5)]);
  const predictions = await parsePredictionsParquet(pool.subarray(3, -5), format);
  expect(predictions.columns.get("lever")).toEqual(Float64Array.of(1, 2, 3));
});

describe("is refused with its own code:", () => {
  const lever = (data: unknown[], type: Column["type"]): Column => ({
    name: "lever",
    data,
    ...(type ? { type } : {}),
  });
  const cases: [string, Uint8Array, string][] = [
    ["another format", new TextEncoder().encode("PAR1 but not really PAR1"), "SUBMISSION_PARQUET"],
    ["an empty file", new Uint8Array(0), "SUBMISSION_PARQUET"],
    ["a cut file", file(ids, lever([1, 2, 3], "DOUBLE")).subarray(0, -20), "SUBMISSION_PARQUET"],
    ["NaN", file(ids, lever([1, NaN, 3], "DOUBLE")), "SUBMISSION_VALUE_NAN"],
    ["infinity", file(ids, lever([1, Infinity, 3], "DOUBLE")), "SUBMISSION_VALUE_INFINITE"],
    ["a null", file(ids, lever([1, null, 3], "DOUBLE")), "SUBMISSION_VALUE_BLANK"],
    ["text", file(ids, lever(["1", "2", "3"], "STRING")), "SUBMISSION_COLUMN_TYPE"],
    ["booleans", file(ids, lever([true, false, true], "BOOLEAN")), "SUBMISSION_COLUMN_TYPE"],
    [
      "row ids that are numbers",
      file({ name: "row_id", data: [1, 2, 3], type: "INT32" }, lever([1, 2, 3], "DOUBLE")),
      "SUBMISSION_COLUMN_TYPE",
    ],
    ["a missing column", file(ids), "SUBMISSION_COLUMN_MISSING"],
    [
      "an extra column",
      file(ids, lever([1, 2, 3], "DOUBLE"), { ...ids, name: "x" }),
      "SUBMISSION_COLUMN_EXTRA",
    ],
    [
      "a row twice",
      file({ ...ids, data: ["t1", "t1", "t2"] }, lever([1, 2, 3], "DOUBLE")),
      "SUBMISSION_ROW_TWICE",
    ],
    ["missing rows", file({ ...ids, data: ["t1"] }, lever([1], "DOUBLE")), "SUBMISSION_ROWS_MISSING"],
    [
      "more rows than there are",
      file({ ...ids, data: ["t1", "t2", "t3", "v1", "t1"] }, lever([1, 2, 3, 4, 5], "DOUBLE")),
      "SUBMISSION_TOO_MANY_ROWS",
    ],
  ];
  test.each(cases)("%s", async (_, bytes, code) => {
    await expect(parsePredictionsParquet(bytes, format)).rejects.toMatchObject({ code });
  });
});
