import { execFileSync } from "node:child_process";
import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { entryDigest, openEntry } from "@braidyn/runner";
import { describe, expect, test } from "vitest";
import { folderOf } from "../support/entries.ts";
import { modelBytes } from "../support/onnx-bytes.ts";
import { zipBytes } from "../support/zip-bytes.ts";

const limits = { max_bytes: 1_000_000, max_files: 20 };
const code = { "submission.yaml": "runtime: python\npredict: predict.py\n", "predict.py": "print()\n" };
const open = (path: string) => openEntry({ path }, limits);

test("a folder and the zip of it are the same entry", async () => {
  const folder = await folderOf({ ...code, ".git/HEAD": "x", "__pycache__/predict.pyc": "x" });
  const files = Object.entries(code).map(([name, text]) => ({
    name: `mine/${name}`,
    bytes: Buffer.from(text),
  }));
  const archive = { name: "mine.zip", bytes: zipBytes(files) };
  const [one, other] = [await open(folder), await openEntry(archive, limits)];
  expect(one).toMatchObject({ kind: "code", submission: { runtime: "python" } });
  expect(await entryDigest(one)).toBe(await entryDigest(other));
  expect(await entryDigest(one)).toMatch(/^[0-9a-f]{64}$/);
});

test("a change of a byte or a name changes the digest", async () => {
  const digest = async (files: Record<string, string>) => entryDigest(await open(await folderOf(files)));
  const digests = [code, { ...code, "a.py": "" }, { ...code, "b.py": "" }, { ...code, "a.py": "1" }].map(
    digest,
  );
  expect(new Set(await Promise.all(digests)).size).toBe(4);
});

test("a model is one by its name, alone, in a folder or in a zip", async () => {
  const model = modelBytes();
  const folder = await folderOf({ "model.onnx": model, "other.onnx": model });
  const digest = ((await open(folder)) as { digest: string }).digest;
  expect(await open(join(folder, "other.onnx"))).toMatchObject({ kind: "model", digest });
  const archive = { name: "a.zip", bytes: zipBytes([{ name: "model.onnx", bytes: model }]) };
  expect(await openEntry(archive, limits)).toMatchObject({ kind: "model", digest });
});

test("predictions are left to be read when they are scored", async () => {
  const folder = await folderOf({ "predictions.csv": "row_id,pulled\n" });
  expect(await open(join(folder, "predictions.csv"))).toMatchObject({ kind: "predictions" });
  expect(await open(folder)).toMatchObject({ kind: "predictions", source: { name: "predictions.csv" } });
});

describe("what cannot be an entry is refused", () => {
  test("a folder with nothing of the kind", async () => {
    const problem = { code: "ENTRY_KIND", message: expect.stringContaining("readme.md") as string };
    await expect(open(await folderOf({ "readme.md": "" }))).rejects.toMatchObject(problem);
  });

  test("nothing at all", async () => {
    await expect(open("nowhere")).rejects.toMatchObject({ code: "SUBMISSION_FILE" });
  });

  test("a symbolic link, a second name of a file, and a pipe", async () => {
    const linked = await folderOf(code);
    symlinkSync("/etc/passwd", join(linked, "data"));
    await expect(open(linked)).rejects.toMatchObject({ code: "ENTRY_LINK" });
    const named = await folderOf(code);
    linkSync(join(named, "predict.py"), join(await folderOf({}), "elsewhere.py"));
    await expect(open(named)).rejects.toMatchObject({ code: "SUBMISSION_HARD_LINK" });
    if (process.platform === "win32") return;
    const piped = await folderOf(code);
    execFileSync("mkfifo", [join(piped, "pipe")]);
    await expect(open(piped)).rejects.toMatchObject({ code: "ENTRY_LINK" });
  });

  test("too many files, and too many bytes", async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, ""]));
    await expect(open(await folderOf({ ...code, ...many }))).rejects.toMatchObject({ code: "ENTRY_FILES" });
    const large = { ...code, weights: new Uint8Array(1_000_001) };
    await expect(open(await folderOf(large))).rejects.toMatchObject({ code: "ENTRY_TOO_LARGE" });
  });

  test("a spreadsheet is still said to be one", async () => {
    const folder = await folderOf({ "predictions.xlsx": zipBytes([{ name: "[Content_Types].xml" }]) });
    expect(await open(join(folder, "predictions.xlsx"))).toMatchObject({ kind: "predictions" });
  });
});
