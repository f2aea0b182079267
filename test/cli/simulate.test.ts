import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSession } from "@braidyn/nwb";
import { runHere } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-simulate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const little = ["--minutes", "0.5", "--mask-size", "48"];
const simulate = (into: string, ...args: string[]) =>
  runHere(["simulate", "-o", join(folder, into), ...little, ...args]);
const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

test("several processes write the same bytes as one, and each path is printed", async () => {
  const one = await simulate("one", "--mice", "2", "--days", "2", "--processes", "1");
  const two = await simulate("two", "--mice", "2", "--days", "2", "--processes", "2");
  expect([one.code, two.code]).toEqual([0, 0]);
  const [alone, together] = [one.stdout.trim().split("\n"), two.stdout.trim().split("\n")];
  expect(together.map((path) => basename(path))).toEqual(alone.map((path) => basename(path)));
  expect(together.map(digest)).toEqual(alone.map(digest));
  expect(readdirSync(join(folder, "two"))).toHaveLength(4);
});

test("a file that is there is not replaced, whoever made it, unless --force says so", async () => {
  const first = await simulate("kept", "--mice", "1");
  const path = first.stdout.trim();
  writeFileSync(path, "a real recording");
  expect(await simulate("kept", "--mice", "2")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("COMMAND_FILE_EXISTS"),
  });
  expect(readFileSync(path, "utf8")).toBe("a real recording");
  expect(readdirSync(dirname(path))).toHaveLength(1);
  expect(await simulate("kept", "--mice", "1", "--force")).toMatchObject({ code: 0 });
  (await openSession(path)).close();
});

test("--day, --type, --names and --streams say which sessions and what is in them", async () => {
  const rest = await simulate("rest", "--mice", "1", "--type", "resting-state", "--days", "4");
  expect(rest.stdout.match(/day\d+/g)).toEqual(["day0", "day1", "day8", "day15"]);
  const dandi = await simulate(
    "dandi",
    "--mice",
    "1",
    "--day",
    "3",
    "11",
    "--names",
    "dandi",
    "--streams",
    "none",
  );
  const paths = dandi.stdout.trim().split("\n");
  expect(paths.map((path) => basename(dirname(path)))).toEqual(["sub-VG1-GC#48", "sub-VG1-GC#48"]);
  const session = await openSession(paths[1]!);
  expect(session.info).toMatchObject({ day: 11, type: "task" });
  expect(session.contents.downsampled.sensors).toEqual([]);
  expect((await session.trials()).count).toBeGreaterThan(0);
  session.close();
});

test.each([
  [["--days", "40"], "--days"],
  [["--type", "resting-state", "--days", "5"], "--days"],
  [["--day", "1.5"], "--day"],
  [["--mice", "0"], "--mice"],
  [["--minutes", "0"], "minutes"],
  [["--mask-size", "7"], "maskSize"],
  [["--processes", "0"], "--processes"],
])("%s cannot be simulated: nothing is written", async (args, option) => {
  const refused = await runHere(["simulate", "-o", join(folder, "never"), ...args]);
  expect([1, 2]).toContain(refused.code);
  expect(refused.stderr).toContain(option);
  expect(existsSync(join(folder, "never"))).toBe(false);
});
