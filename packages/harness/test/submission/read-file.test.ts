import { execFileSync } from "node:child_process";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { readPredictionsFile } from "../../src/build.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const format = { columns: ["lever"], expectedIds: { test: ["t1", "t2"] } };
const expected = {
  splits: ["test"],
  rowIds: ["t1", "t2"],
  columns: new Map([["lever", Float64Array.of(1, 2)]]),
};

test("a file's first bytes tell CSV from Parquet, whatever it is called", async () => {
  const folder = await temporaryFolder();
  const [csv, parquet] = [join(folder, "a"), join(folder, "b")];
  await writeFile(csv, "row_id,lever\nt1,1\nt2,2\n");
  const columnData = [
    { name: "row_id", data: ["t1", "t2"] },
    { name: "lever", data: Float64Array.of(1, 2) },
  ];
  await writeFile(parquet, new Uint8Array(parquetWriteBuffer({ columnData })));
  expect((await readPredictionsFile(csv, format, 1e6)).predictions).toEqual(expected);
  expect((await readPredictionsFile(parquet, format, 1e6)).predictions).toEqual(expected);
});

test("the file's own digest comes with it", async () => {
  const path = join(await temporaryFolder(), "p.csv");
  await writeFile(path, "row_id,lever\nt1,1\nt2,2\n");
  const { sha256 } = await readPredictionsFile(path, format, 1e6);
  expect(sha256).toBe("159a5d3f451ac06191b277044d03e3264aeb19b1ee15dec02c191c2703069c14");
});

test("a missing file, a folder, and files over the limit are refused, a sparse terabyte included", async () => {
  const folder = await temporaryFolder();
  const read = (name: string, limit = 1e6) => readPredictionsFile(join(folder, name), format, limit);
  await mkdir(join(folder, "folder"));
  await writeFile(join(folder, "sparse"), "");
  await truncate(join(folder, "sparse"), 2 ** 40);
  await expect(read("none")).rejects.toMatchObject({ code: "SUBMISSION_FILE" });
  await expect(read("folder")).rejects.toMatchObject({ code: "SUBMISSION_FILE" });
  await expect(read("sparse")).rejects.toMatchObject({ code: "SUBMISSION_TOO_LARGE" });
  await expect(read("sparse", Infinity)).rejects.toMatchObject({ code: "SUBMISSION_NUL" });
});

test.runIf(process.platform !== "win32")("a FIFO is refused at once, not waited for", async () => {
  const path = join(await temporaryFolder(), "fifo");
  execFileSync("mkfifo", [path]);
  await expect(readPredictionsFile(path, format, 1e6)).rejects.toMatchObject({ code: "SUBMISSION_FILE" });
});
