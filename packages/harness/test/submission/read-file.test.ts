import { execFileSync } from "node:child_process";
import { appendFile, link, mkdir, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { readPredictionsFile } from "../../src/build.ts";
import { openSubmission } from "../../src/submission/open-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const format = { columns: ["lever"], expectedIds: { test: ["t1", "t2"] } };
const expected = {
  splits: ["test"],
  rowIds: ["t1", "t2"],
  columns: new Map([["lever", Float64Array.of(1, 2)]]),
};
const plain = "row_id,lever\nt1,1\nt2,2\n";
const read = (path: string, limit = 1e6) => readPredictionsFile(path, format, limit);

/** A file of its own with these contents. */
async function fileOf(contents: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), "p.csv");
  await writeFile(path, contents);
  return path;
}

test("a file's first bytes tell CSV from Parquet, whatever it is called", async () => {
  const columnData = [
    { name: "row_id", data: ["t1", "t2"] },
    { name: "lever", data: Float64Array.of(1, 2) },
  ];
  expect((await read(await fileOf(plain))).predictions).toEqual(expected);
  const parquet = new Uint8Array(parquetWriteBuffer({ columnData }));
  expect((await read(await fileOf(parquet))).predictions).toEqual(expected);
});

test("the file's own digest comes with it", async () => {
  const { sha256 } = await read(await fileOf(plain));
  expect(sha256).toBe("159a5d3f451ac06191b277044d03e3264aeb19b1ee15dec02c191c2703069c14");
});

test("a missing file, an empty one, and files over the limit are refused, a sparse terabyte included", async () => {
  const folder = await temporaryFolder();
  const sparse = join(folder, "sparse");
  await writeFile(sparse, "");
  await truncate(sparse, 2 ** 40);
  await expect(read(join(folder, "none"))).rejects.toMatchObject({ code: "SUBMISSION_FILE" });
  await expect(read(await fileOf(""))).rejects.toMatchObject({ code: "SUBMISSION_EMPTY" });
  await expect(read(sparse)).rejects.toMatchObject({ code: "SUBMISSION_TOO_LARGE" });
  await expect(read(sparse, Infinity)).rejects.toMatchObject({ code: "SUBMISSION_NUL" });
  await writeFile(sparse, "PAR1");
  await truncate(sparse, 2 ** 40);
  await expect(read(sparse, Infinity)).rejects.toMatchObject({ code: "SUBMISSION_TOO_LARGE" });
});

test("a line of 20 MB is refused where its first field grows too long", async () => {
  await expect(read(await fileOf(`row_id,lever\nt1,${"1".repeat(20e6)}\n`), 1e8)).rejects.toMatchObject({
    code: "SUBMISSION_FIELD_TOO_LONG",
  });
});

describe("what is no plain file is refused with its own code:", () => {
  test("a folder", async () => {
    await expect(read(await temporaryFolder())).rejects.toMatchObject({ code: "SUBMISSION_DIRECTORY" });
  });

  test.runIf(process.platform !== "win32")("a symbolic link, also one that points nowhere", async () => {
    const path = await fileOf(plain);
    await symlink(path, `${path}.link`);
    await symlink("/nowhere", `${path}.broken`);
    for (const link of [`${path}.link`, `${path}.broken`]) {
      await expect(read(link)).rejects.toMatchObject({ code: "SUBMISSION_SYMLINK" });
    }
  });

  test.runIf(process.platform !== "win32")(
    "a hard link, under both of its names, until one is gone",
    async () => {
      const path = await fileOf(plain);
      await link(path, `${path}.twin`);
      await expect(read(path)).rejects.toMatchObject({ code: "SUBMISSION_HARD_LINK" });
      await expect(read(`${path}.twin`)).rejects.toMatchObject({ code: "SUBMISSION_HARD_LINK" });
      await rm(`${path}.twin`);
      expect((await read(path)).predictions).toEqual(expected);
    },
  );

  test.runIf(process.platform !== "win32")("a FIFO, at once and not waited for", async () => {
    const path = join(await temporaryFolder(), "fifo");
    execFileSync("mkfifo", [path]);
    await expect(read(path)).rejects.toMatchObject({ code: "SUBMISSION_FIFO" });
  });

  test.runIf(process.platform !== "win32")("a device and a socket", async () => {
    await expect(read("/dev/zero")).rejects.toMatchObject({ code: "SUBMISSION_DEVICE" });
    const path = join(await temporaryFolder(), "socket");
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once("listening", resolve));
    await expect(read(path)).rejects.toMatchObject({ code: "SUBMISSION_DEVICE" });
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    ["gzip", gzipSync(plain)],
    ["a zip or xlsx file", Buffer.from("PK\u0003\u0004 and so on", "latin1")],
    ["zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0])],
    ["a NumPy file", Buffer.from("\u0093NUMPY\u0001\0", "latin1")],
  ])("%s called .csv", async (_, bytes) => {
    await expect(read(await fileOf(bytes))).rejects.toMatchObject({ code: "SUBMISSION_COMPRESSED" });
  });
});

describe("a file that changes", () => {
  test("by growing or shrinking while it is read is refused", async () => {
    const path = await fileOf(plain);
    const grown = await openSubmission(path, 1e6);
    await appendFile(path, "t3,3\n");
    await expect(grown.checkUnchanged()).rejects.toMatchObject({ code: "SUBMISSION_CHANGED" });
    await grown.file.close();
    const shrunk = await openSubmission(path, 1e6);
    await truncate(path, 3);
    await expect(shrunk.checkUnchanged()).rejects.toMatchObject({ code: "SUBMISSION_CHANGED" });
    await shrunk.file.close();
  });

  test("under a writer that never stops ends all the same, with a SUBMISSION code or a score of what was there", async () => {
    const path = await fileOf(plain);
    let writing = true;
    const writer = (async () => {
      while (writing) await appendFile(path, "t1,1\n".repeat(1000));
    })();
    for (let i = 0; i < 20; i++) {
      const code = await read(path, 1e9).then(
        () => "read",
        (error: { code: string }) => error.code,
      );
      expect(["read", "SUBMISSION_CHANGED", "SUBMISSION_ROW_TWICE"]).toContain(code);
    }
    writing = false;
    await writer;
  });

  test.runIf(process.platform !== "win32")(
    "into a link between two looks at it is never followed",
    async () => {
      const folder = await temporaryFolder();
      await mkdir(join(folder, "secret"));
      await writeFile(join(folder, "secret", "truth.csv"), "row_id,lever\nt1,0\nt2,0\n");
      const path = join(folder, "p.csv");
      let swapping = true;
      const swapper = (async () => {
        for (let i = 0; swapping; i++) {
          const next = join(folder, `next-${i}`);
          if (i % 2 === 0) await symlink(join(folder, "secret", "truth.csv"), next);
          else await writeFile(next, plain);
          await rename(next, path);
        }
      })();
      for (let i = 0; i < 200; i++) {
        const found = await read(path).catch((error: { code: string }) => error.code);
        if (typeof found === "string") {
          expect(["SUBMISSION_SYMLINK", "SUBMISSION_CHANGED", "SUBMISSION_FILE"]).toContain(found);
        } else expect(found.predictions).toEqual(expected);
      }
      swapping = false;
      await swapper;
    },
  );
});
