import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPython, runPython } from "../../../../test/python.ts";
import { parsePredictionsParquet } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const python = findPython("pyarrow", "pandas");
const rows = 5000;
const format = { columns: ["lever"], expectedIds: { test: Array.from({ length: rows }, (_, i) => `r${i}`) } };

/** Writes 5,000 predictions in every way that pyarrow has and we read: `i / 7` for row `r<i>`, last row first. */
const script = `
import sys, itertools, json, pyarrow as pa, pyarrow.parquet as pq
n = ${rows}
ids = [f"r{i}" for i in reversed(range(n))]
values = [i / 7 for i in reversed(range(n))]
whole = [i for i in reversed(range(n))]
types = {"float64": (pa.float64(), values), "float32": (pa.float32(), whole), "int64": (pa.int64(), whole),
         "int16": (pa.int16(), whole), "uint32": (pa.uint32(), whole), "uint64": (pa.uint64(), whole)}
names = []
for name, codec, dictionary, version, groups in itertools.product(types, ["snappy", "none"], [True, False], ["1.0", "2.0"], [n, 700]):
    kind, data = types[name]
    table = pa.table({"row_id": pa.array(ids, pa.large_string() if version == "2.0" else pa.string()), "lever": pa.array(data, kind)})
    file = f"{name}-{codec}-{dictionary}-{version}-{groups}.parquet"
    pq.write_table(table, f"{sys.argv[1]}/{file}", compression=codec, use_dictionary=dictionary, data_page_version=version, row_group_size=groups, data_page_size=4096)
    names.append(file)
print(json.dumps(names))
`;

test.skipIf(python === null)(
  "Parquet as pyarrow writes it is read: codecs, dictionaries, page formats, number types (needs Python with pyarrow and pandas; set BRAIDYN_PYTHON)",
  async () => {
    const folder = await temporaryFolder();
    const names = runPython(python!, script, folder) as string[];
    expect(names).toHaveLength(96);
    for (const name of names) {
      const { columns } = await parsePredictionsParquet(await readFile(join(folder, name)), format);
      const expected = Float64Array.from({ length: rows }, (_, i) =>
        name.startsWith("float64") ? i / 7 : i,
      );
      expect(columns.get("lever"), name).toEqual(expected);
    }
  },
);
