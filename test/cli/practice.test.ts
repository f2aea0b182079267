import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listChallenges } from "@braidyn/challenges";
import { fitSplit, splitGroups } from "@braidyn/harness";
import { practiceCohort } from "../../packages/cli/src/practice/cohort.ts";
import { launcher } from "./command.ts";
import { runHere } from "./in-process.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "braidyn-practice-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => join(folder, ...parts);
const practice = (name: string, ...options: string[]) =>
  runHere(["practice", "lever-pull", "-o", name, "--mice", "4", "--minutes", "4", ...options], {
    cwd: folder,
  });

describe("braidyn practice", () => {
  test("makes both halves and the baselines' predictions, the same for the same seed, and leaves no sessions", async () => {
    expect(await practice("one")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/train +\d+ +1 +1\nvalidation/) as string,
      stderr: expect.stringContaining("The mice are simulated") as string,
    });
    expect(readdirSync(at("one")).sort()).toEqual(["baselines", "private", "public"]);
    expect(readdirSync(at("one", "baselines")).sort()).toEqual(["binned.csv", "constant.csv", "linear.csv"]);
    expect((await practice("two")).code).toBe(0);
    const manifest = (name: string) => readFileSync(at(name, "public", "manifest.json"), "utf8");
    expect(manifest("two")).toBe(manifest("one"));
    expect(readdirSync(folder).sort()).toEqual(["one", "two"]);
    const board = ["board", at("one", "baselines"), "--bundle", at("one"), "--board", "public", "--json"];
    const ranked = JSON.parse((await runHere(board)).stdout) as { entries: unknown[] };
    expect(ranked.entries).toHaveLength(3);
  });

  test("never touches a folder that holds something, and needs four mice", async () => {
    mkdirSync(at("taken"));
    writeFileSync(at("taken", "notes.txt"), "mine");
    expect(await practice("taken", "--lang", "ja")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("COMMAND_FOLDER_EXISTS: フォルダー taken は空ではありません") as string,
    });
    expect(readdirSync(at("taken"))).toEqual(["notes.txt"]);
    const few = await runHere(["practice", "lever-pull", "-o", at("few"), "--mice", "3"]);
    expect(few).toMatchObject({ code: 2, stderr: expect.stringContaining("COMMAND_OPTION") as string });
  });

  test("leaves nothing behind when it is interrupted", async () => {
    mkdirSync(at("stopped"));
    const args = [launcher, "practice", "lever-pull", "-o", at("stopped", "bundle")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.once("data", () => setTimeout(() => child.kill("SIGINT"), 500));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(130);
    expect(readdirSync(at("stopped"))).toEqual([]);
  });
});

describe("what is simulated for a challenge", async () => {
  test.each(await listChallenges())(
    "$id: days of every part of its split, and what it reads",
    ({ definition }) => {
      const { days, streams } = practiceCohort(definition);
      expect(streams).toContain("sensors");
      const reads = definition.data.reads ?? [];
      expect(streams.includes("pupil")).toBe(reads.includes("pupil"));
      const split = fitSplit(definition.split, ["VG1-GC#48", "VG1-GC#51", "VG1-GC#52", "VG1-GC#53"], 1);
      for (const group of splitGroups) {
        for (const member of split[group]) {
          if (typeof member !== "object" || !("subjects" in member) || typeof member.days === "number")
            continue;
          const { from, to } = member.days;
          expect((days as number[]).some((day) => day >= from && day <= to)).toBe(true);
        }
      }
    },
  );

  test("sessions of another type are not practised on, which is said", async () => {
    const [{ definition } = { definition: null }] = await listChallenges();
    if (definition === null) throw new Error("the catalogue is empty");
    const resting = { ...definition, data: { ...definition.data, sessions: { type: "resting-state" } } };
    expect(() => practiceCohort(resting)).toThrow("resting-state");
  });
});
