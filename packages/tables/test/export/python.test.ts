import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toArrow, toCsv, toJson, toNpy, toParquet } from "../../src/index.ts";
import { findPython, runPython } from "../../../../test/python.ts";
import { everyKind, everyKindValues } from "./sample.ts";

const python = findPython("numpy", "pandas", "pyarrow");
const needs = "(needs Python with numpy, pandas and pyarrow; set BRAIDYN_PYTHON)";

/** Prints a data frame's columns, NaN and None as null, every float64 as text that reads back as itself. */
const printFrame = `
import json, sys, pandas as pd
frame = {
  "csv": lambda p: pd.read_csv(p),
  "parquet": pd.read_parquet,
  "arrow": pd.read_feather,
}[sys.argv[1]](sys.argv[2])
print(json.dumps({c: [None if pd.isna(v) else getattr(v, "item", lambda: v)() for v in frame[c].astype(object)] for c in frame}))
`;

describe.skipIf(python === null)(`what Python reads ${needs}`, () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "braidyn-tables-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (kind: string, content: string | Uint8Array, script = printFrame) => {
    const path = join(folder, `table.${kind}`);
    writeFileSync(path, content);
    return runPython(python as string, script, kind, path);
  };

  test("from Parquet are the table's values", () => {
    expect(read("parquet", toParquet(everyKind()))).toEqual(everyKindValues);
  });

  test("from Arrow are the table's values", () => {
    expect(read("arrow", toArrow(everyKind()))).toEqual(everyKindValues);
  });

  test("from CSV are the table's values, but that an empty text is a missing one", () => {
    const text = everyKindValues.text.map((value) => value || null);
    expect(read("csv", toCsv(everyKind()))).toEqual({ ...everyKindValues, text });
  });

  test("from JSON are the table's values", () => {
    const rows = read(
      "json",
      toJson(everyKind()),
      "import json, sys; print(json.dumps(json.load(open(sys.argv[2]))))",
    );
    expect(rows).toEqual(JSON.parse(toJson(everyKind())));
  });

  test("from .npy are the array's values, type and shape", () => {
    const script =
      "import json, sys, numpy as np; a = np.load(sys.argv[2]); print(json.dumps([str(a.dtype), a.tolist()]))";
    const data = Float32Array.of(1, 2.5, -3, 4, 5, 6);
    expect(read("npy", toNpy({ data, shape: [1, 3, 2] }), script)).toEqual([
      "float32",
      [
        [
          [1, 2.5],
          [-3, 4],
          [5, 6],
        ],
      ],
    ]);
    expect(read("npy", toNpy({ data: Uint8Array.of(255), shape: [] }), script)).toEqual(["uint8", 255]);
  });
});
