import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulateCohort } from "@braidyn/simulator";

const root = join(import.meta.dirname, "..");
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const braidyn = join(root, "packages/cli/bin/braidyn.js");

/** Inside the repository, so that snippets find the packages; ignored by git. */
mkdirSync(join(root, ".work"), { recursive: true });
const folder = mkdtempSync(join(root, ".work/readme-"));
const session = "VG1GC-105_2024-02-02_task-day8.nwb";

beforeAll(async () => {
  const [path = ""] = await simulateCohort({
    mice: [15],
    days: [8],
    minutes: 1,
    outDir: join(folder, "one"),
    maskSize: 48,
  });
  renameSync(path, join(folder, session));
  rmSync(join(folder, "one"), { recursive: true });
  await simulateCohort({
    mice: 12,
    days: [8],
    minutes: 4,
    outDir: join(folder, "DIR"),
    streams: ["sensors"],
    maskSize: 48,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const readmes = [
  "",
  "challenges",
  ...readdirSync(join(root, "packages")).map((name) => join("packages", name)),
]
  .flatMap((place) => ["README.md", "README.ja.md"].map((name) => join(place, name)))
  .filter((file) => readdirSync(join(root, file, "..")).includes(file.split("/").at(-1) as string));

const blocks = (file: string, language: string): string[] =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"),
    ),
  ].map(([, code]) => code as string);

const run = (args: string[]) =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 28 });

const snippets = readmes.flatMap((file) => blocks(file, "ts").map((code, i) => [file, i + 1, code] as const));

describe("the code in READMEs runs", () => {
  test.each(snippets)("%s, block %i", (_, i, code) => {
    const file = join(folder, `snippet-${i}.mts`);
    writeFileSync(file, code);
    const { status, stderr } = run(["--conditions=@braidyn/source", "--import", tsx, file]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

/** What a README tells to type, without comments. */
function commandsOf(readme: string): string[] {
  const shell = blocks(readme, "sh").join("\n");
  const inline = readFileSync(join(root, readme), "utf8").match(/`npx braidyn simulate [^`]+`/g) ?? [];
  return [...shell.split("\n"), ...inline.map((code) => code.slice(1, -1))]
    .filter((line) => line.startsWith("npx braidyn "))
    .map((line) => line.replace(/ +#.*/, ""));
}

test("the Japanese README has the same commands", () => {
  expect(commandsOf("README.ja.md")).toEqual(commandsOf("README.md"));
});

test("the commands in the README run, one after the other", { timeout: 240_000 }, () => {
  const commands = commandsOf("README.md");
  expect(commands.length).toBeGreaterThanOrEqual(7);
  rmSync(join(folder, "heatmap.png"), { force: true }); // the code of the plots' README draws one, too
  for (const command of commands) {
    // The cohort of the README's last command would take a minute; a smaller one shows the same.
    const small = command.replace(
      "-o DIR --mice 12 --days 2 --minutes 10",
      "-o simulated --mice 2 --days 1 --minutes 1",
    );
    const args = small
      .replace(/\bFILE\b/, session)
      .split(" ")
      .slice(2);
    const { status, stdout, stderr } = run([braidyn, ...args]);
    expect(`${command}: ${status} ${status === 0 ? "" : stderr}`).toBe(`${command}: 0 `);
    if (!args.includes("simulate")) expect(stdout.length).toBeGreaterThan(0);
  }
});
