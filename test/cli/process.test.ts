import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { braidyn, ended, launcher } from "./command.ts";
import { fixtures, ordinary } from "./session-files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  test("--version prints the package's version, and help stands in the chosen language", async () => {
    const [version, english, japanese, byLocale] = await Promise.all([
      braidyn(["--version"]),
      braidyn(["--help"]),
      braidyn(["table", "--help", "--lang", "ja"]),
      braidyn([], { env: { LC_ALL: "ja_JP.UTF-8" } }),
    ]);
    const { version: expected } = JSON.parse(
      readFileSync(join(launcher, "..", "..", "package.json"), "utf8"),
    ) as { version: string };
    expect(version).toEqual({ code: 0, stdout: `${expected}\n`, stderr: "" });
    expect(english.stdout).toMatch(/Commands:[\s\S]*braidyn inspect <file>/);
    expect(japanese.stdout).toMatch(/オプション:[\s\S]*出力ファイル/);
    expect(byLocale).toMatchObject({ code: 0, stderr: "" });
    expect(byLocale.stdout).toContain("コマンド:");
  });

  test("a wrong command line exits 2 and points to the help", async () => {
    const wrong = [
      ["foo"],
      ["table", "spikes", ordinary],
      ["inspect"],
      ["inspect", ordinary, "--nope"],
      ["challenge"],
    ];
    for (const { code, stdout, stderr } of await Promise.all(wrong.map((args) => braidyn(args)))) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^braidyn: COMMAND_USAGE: .+\n`braidyn .*--help`.+\n$/);
    }
  });

  test("an error exits 1 in the reader's language, and is JSON with --json", async () => {
    const [japanese, json] = await Promise.all([
      braidyn(["inspect", "nowhere.nwb", "--lang=ja"]),
      braidyn(["inspect", "nowhere.nwb", "--json"]),
    ]);
    expect(japanese).toMatchObject({ code: 1, stdout: "" });
    expect(japanese.stderr).toMatch(/^braidyn: NWB_NOT_FOUND: ファイル nowhere\.nwb がありません\n/);
    expect(json).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: "NWB_NOT_FOUND" } });
  });

  test("a bundle is built of local files only, and it is said how to come by them", async () => {
    const { code, stderr } = await braidyn([
      "challenge",
      "build",
      "lever-pull",
      "dandi:001425",
      "-o",
      folder,
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^braidyn: COMMAND_DANDI: [^]*braidyn fetch/);
  });
});

describe("output", () => {
  test("nothing is coloured where it is no terminal", async () => {
    const { stdout } = await braidyn(["inspect", ordinary]);
    expect(stdout).toContain("VG1-GC#48_2023-05-30_task-day2");
    expect(stdout).not.toContain("\u001b");
  });

  test("a reader that goes away ends a long table in silence", async () => {
    const quoted = [process.execPath, launcher, "table", "keypoints", "--long", ordinary, ordinary, ordinary];
    const command = `${quoted.map((word) => `'${word}'`).join(" ")} | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await ended("bash", ["-c", command], {});
    expect(stdout).toMatch(/^subject,session,.*\n0\n$/);
    expect(stderr).toBe("");
  });

  test("an existing file is only replaced with --force, and never left half written", async () => {
    const file = join(folder, "trials.csv");
    writeFileSync(file, "mine");
    const args = ["table", "trials", ordinary, "-o", file];
    const refused = await braidyn(args);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^braidyn: COMMAND_FILE_EXISTS: .*trials\.csv/);
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await braidyn([...args, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^subject,/);
    expect(readdirSync(folder)).toEqual(["trials.csv"]);
  });

  test("a folder that is not there, or is in the way, is an error and no bug", async () => {
    const [missing, inTheWay] = await Promise.all([
      braidyn(["table", "trials", ordinary, "-o", join(folder, "no", "where.csv")]),
      braidyn(["table", "trials", ordinary, "-o", folder, "--format", "csv", "--force"]),
    ]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^braidyn: COMMAND_SYSTEM: /);
    expect(inTheWay.code).toBe(1);
    expect(inTheWay.stderr).toMatch(/^braidyn: COMMAND_NOT_FILE: /);
  });

  test("a relative path is relative to where the command runs", async () => {
    const cwd = join(fixtures, "nwb", "latest-libver");
    const { stdout } = await braidyn(["sessions", ".", "--json"], { cwd });
    const { sessions } = JSON.parse(stdout) as { sessions: { path: string }[] };
    expect(sessions.map(({ path }) => path)).toEqual(["VG1GC-48_2023-05-30_task-day2.nwb"]);
  });
});

test("Ctrl-C ends a simulation with 130, every file that is there being whole", async () => {
  const out = join(folder, "interrupted");
  const child = spawn(process.execPath, [launcher, "simulate", "-o", out, "--mice", "200", "--minutes", "2"]);
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  while (!(existsSync(out) && readdirSync(out).length > 1))
    await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill("SIGINT");
  expect(await closed).toBe(130);
  const { code, stdout } = await braidyn(["sessions", out, "--json"]);
  expect(code).toBe(0);
  const { sessions, unreadable } = JSON.parse(stdout) as { sessions: object[]; unreadable: object[] };
  expect(unreadable).toEqual([]);
  expect(sessions.length).toBe(readdirSync(out).length);
});

test("Ctrl-C in the middle of the demo leaves nothing behind", async () => {
  const out = join(folder, "demo");
  const child = spawn(process.execPath, [launcher, "demo", "-o", out]);
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  while (!existsSync(join(out, "sessions"))) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill("SIGINT");
  expect(await closed).toBe(130);
  expect(readdirSync(out)).toEqual([]);
});

test("doctor says what is there and what each thing is for", async () => {
  const [text, json] = await Promise.all([
    braidyn(["doctor", "--lang", "ja"], { env: { BRAIDYN_PYTHON: "no-such-python" } }),
    braidyn(["doctor", "--json"], { env: { BRAIDYN_PYTHON: "no-such-python" } }),
  ]);
  expect(text.code).toBe(0);
  expect(text.stdout).toMatch(/h5wasm[\s\S]*pip install/);
  const { checks } = JSON.parse(json.stdout) as { checks: { id: string; state: string; found: string }[] };
  expect(checks.find(({ id }) => id === "h5wasm")?.state).toBe("ok");
  expect(checks.find(({ id }) => id === "python pynwb")?.state).toBe("optional");
  // which isolation is on differs from machine to machine; that it was looked for does not
  expect(checks.find(({ id }) => id === "isolation")?.found).toMatch(/^(?:bubblewrap [\d.]+, \w+|none)/);
});
