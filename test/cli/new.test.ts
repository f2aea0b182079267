import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueFolders } from "@braidyn/challenges";
import { kitNames } from "../../packages/cli/src/kit/kit-files.ts";
import { runHere } from "./in-process.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "braidyn-new-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => join(folder, ...parts);
const text = (...parts: string[]) => readFileSync(at(...parts), "utf8");

const make = (name: string, ...options: string[]) =>
  runHere(["new", name, "--kit", "python", "--challenge", "cross-mouse", ...options], { cwd: folder });

function manifestOf(name: string): { name: string; dependencies: Record<string, string> } {
  return JSON.parse(text(name, "package.json")) as { name: string; dependencies: Record<string, string> };
}

describe.each(kitNames)("a new %s kit", (kit) => {
  test("has the team's name, the challenge in every command, the versions, and the task at hand", async () => {
    const name = `Team ${kit} (3)`;
    const made = await runHere(["new", name, "--kit", kit, "--challenge", "cross-mouse", "--json"], {
      cwd: folder,
    });
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const { files } = JSON.parse(made.stdout) as { files: string[] };
    const found = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(found).toHaveLength(files.length);
    expect(files).toEqual(expect.arrayContaining([".gitignore", "README.ja.md", "entry/submission.yaml"]));
    const { name: packageName, dependencies } = manifestOf(name);
    expect(packageName).toBe(`team-${kit}-3`);
    const { version } = JSON.parse(readFileSync("packages/cli/package.json", "utf8")) as { version: string };
    expect(dependencies["@braidyn/cli"]).toBe(version);
    for (const readme of ["README.md", "README.ja.md"]) {
      expect(text(name, readme)).toContain("npx braidyn practice cross-mouse -o bundle");
      expect(text(name, readme)).not.toMatch(/(practice|fetch|build|--challenge) lever-pull/);
    }
    const task = catalogueFolders().get("cross-mouse") as string;
    expect(text(name, "CHALLENGE.md")).toBe(readFileSync(join(task, "README.md"), "utf8"));
    expect(text(name, "CHALLENGE.ja.md")).toBe(readFileSync(join(task, "README.ja.md"), "utf8"));
  });
});

describe("braidyn new", () => {
  test("never touches a folder that holds something, nor a file", async () => {
    mkdirSync(at("taken"));
    writeFileSync(at("taken", "notes.txt"), "mine");
    writeFileSync(at("a-file"), "mine");
    expect(await make("taken")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("COMMAND_FOLDER_EXISTS: the folder taken is not empty") as string,
    });
    expect(await make("a-file", "--lang", "ja")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("KIT_NOT_FOLDER: a-file はすでにあり") as string,
    });
    symlinkSync(at("nowhere"), at("a-link"));
    expect((await make("a-link")).code).toBe(1);
    expect(await make("a-file/inside")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("COMMAND_SYSTEM") as string,
    });
    expect(readdirSync(at("taken"))).toEqual(["notes.txt"]);
    expect(text("a-file")).toBe("mine");
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("fills an empty folder that is there, and of two at once makes one", async () => {
    mkdirSync(at("empty"));
    expect((await make("empty")).code).toBe(0);
    const codes = (await Promise.all([make("both"), make("both")])).map(({ code }) => code);
    expect(codes.sort()).toEqual([0, 1]);
    expect(readdirSync(at("both")).sort()).toEqual(readdirSync(at("empty")).sort());
  });

  test("takes packages from a folder of packed ones, by paths from the kit", async () => {
    mkdirSync(at("packages"));
    const { version } = JSON.parse(readFileSync("packages/cli/package.json", "utf8")) as { version: string };
    for (const name of ["cli", "harness"])
      writeFileSync(at("packages", `braidyn-${name}-${version}.tgz`), "");
    writeFileSync(at("packages", "braidyn-cli-99.0.0.tgz"), "");
    expect((await make("deep/packed", "--packages", "packages")).code).toBe(0);
    expect(manifestOf("deep/packed").dependencies).toEqual({
      "@braidyn/cli": `file:../../packages/braidyn-cli-${version}.tgz`,
      "@braidyn/harness": `file:../../packages/braidyn-harness-${version}.tgz`,
    });
    for (const packages of ["deep", "nowhere", `packages/braidyn-cli-${version}.tgz`]) {
      expect(await make("none", "--packages", packages)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("KIT_PACKAGES") as string,
      });
    }
  });

  test("knows challenges outside the catalogue by their folder, and says what there is otherwise", async () => {
    expect((await runHere(["challenge", "new", "my-own"], { cwd: folder })).code).toBe(0);
    const made = await runHere(["new", "own-team", "--kit", "python", "--challenge", "my-own"], {
      cwd: folder,
    });
    expect(made.code).toBe(0);
    expect(text("own-team", "README.md")).toContain("npx braidyn practice ../my-own -o bundle");
    const unknown = await runHere(["new", "x", "--kit", "python", "--challenge", "nope"], { cwd: folder });
    expect(unknown).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("CHALLENGE_UNKNOWN") as string,
    });
    const wrong = await runHere(["new", "x", "--kit", "r", "--challenge", "lever-pull"], { cwd: folder });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("COMMAND_USAGE") as string });
  });
});
