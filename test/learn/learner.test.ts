import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeEach, expect, test } from "vitest";
import { braidyn } from "../cli/command.ts";
import { runHere } from "../cli/in-process.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "braidyn-learner-"));
  folders.push(cwd);
});

const learn = (args: string, at = cwd) => runHere(["learn", ...args.split(" ").filter(Boolean)], { cwd: at });
const home = () => join(cwd, "braidyn-lessons");
const exercise = () => join(home(), "05-learning/exercise.ts");
const solve = async () => {
  const { stdout } = await learn("solution 5 --show");
  writeFileSync(exercise(), stdout);
  return stdout;
};

test("a newcomer sees the lessons, starts one, fails, is helped, and passes; the progress stays", async () => {
  const list = await learn("");
  expect(list.stdout).toMatch(/1 +Open a session .*not yet/);
  expect(readdirSync(cwd)).toEqual([]);

  const started = await learn("5 --kit typescript");
  expect(started.code).toBe(0);
  expect(started.stdout).toContain("Lesson 5. The staircase and 15 days of learning");
  expect(started.stdout).toContain("Your task");
  expect(readdirSync(home()).sort()).toEqual(["05-learning", "data", "learn.json", "package.json"]);

  const todo = await learn("check");
  expect(todo.code).toBe(1);
  expect(todo.stdout).toContain("still to do");
  expect(todo.stdout).toContain("Not yet: 0 of 2 right. A hint: braidyn learn hint 5");

  expect((await learn("hint")).stdout).toContain("Hint 1 of 3");
  expect((await learn("hint")).stdout).toMatch(/Hint 1 of 3[^]*Hint 2 of 3/);
  const hidden = await learn("solution");
  expect(hidden.code).toBe(1);
  expect(hidden.stderr).toMatch(/LEARN_SHOW[^]*2 of 3 hints/);

  await solve();
  const inside = join(home(), "05-learning");
  const passed = await learn("check", inside);
  expect(passed.stdout).toContain("Passed, also on data that you have not seen.");
  expect(passed.code).toBe(0);
  expect(readFileSync(join(inside, "learning.png")).subarray(1, 4).toString()).toBe("PNG");
  expect((await learn("", inside)).stdout).toMatch(/5 +The staircase.*passed/);
  expect((await learn("next --json", inside)).stdout).toContain('"lesson": "01-open-a-session"');
});

test("a typical mistake is named and explained, in English and in Japanese", async () => {
  await learn("5 --kit typescript");
  const right = await solve();
  writeFileSync(
    exercise(),
    right
      .replace(">= 16", "> 16")
      .replace(
        "return trials.filter((trial) => trial.pull_onset !== null)",
        'return trials.filter((trial) => trial.outcome === "success")',
      ),
  );
  const english = await learn("check");
  expect(english.stdout).toMatch(
    /✗ responseRate[^]*found .*, expected .*[^]*Typical mistake: That is the success rate[^]*Why:/,
  );
  expect(english.stdout).toContain("You ask for more than 80 %");
  const japanese = await learn("check --lang ja");
  expect(japanese.stdout).toMatch(/よくある間違い：それは成功率です[^]*理由：/);
  const { parts, passed } = JSON.parse((await learn("check --json")).stdout).given;
  expect(passed).toBe(false);
  expect(parts.map(({ name, right: is }: { name: string; right: boolean }) => [name, is])).toEqual([
    ["responseRate", false],
    ["requiredSeconds", false],
  ]);
});

test("with --watch it checks again when the file is saved, until everything is right", async () => {
  await learn("5 --kit typescript");
  const { stdout: solution } = await learn("solution 5 --show");
  const noted = () => statSync(join(home(), "learn.json")).mtimeMs;
  const before = noted();
  const watched = learn("check --watch");
  while (noted() === before) await setTimeout(50); // until the first check has ended
  writeFileSync(exercise(), solution);
  const { code, stdout } = await watched;
  expect(stdout).toMatch(/Not yet: 0 of 2 right[^]*Passed, also on data that you have not seen/);
  expect(code).toBe(0);
});

test("numbers that were typed in do not pass", async () => {
  await learn("5 --kit typescript");
  const right = await solve();
  const values = join(cwd, "values.json");
  const call = `answer(${JSON.stringify(join(home(), "data/learning/trials.csv"))})`;
  const noting = `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(values)}, JSON.stringify(await ${call}));\n`;
  writeFileSync(exercise(), noting + right);
  await learn("check");
  writeFileSync(exercise(), `export const answer = () => (${readFileSync(values, "utf8")});`);
  const { code, stdout } = await learn("check");
  expect(code).toBe(1);
  expect(stdout).toContain("Right on the data that you have, but not on other data of the same kind");
});

test("nothing that a learner wrote is overwritten", async () => {
  await learn("5 --kit typescript");
  writeFileSync(exercise(), "// mine\n");
  writeFileSync(join(home(), "05-learning/README.md"), "my notes\n");
  await learn("5");
  expect(readFileSync(exercise(), "utf8")).toBe("// mine\n");
  expect(readFileSync(join(home(), "05-learning/README.md"), "utf8")).toBe("my notes\n");
  await learn("restart");
  writeFileSync(exercise(), "// mine, too\n");
  await learn("restart 5");
  expect(readFileSync(join(home(), "05-learning/exercise.1.ts"), "utf8")).toBe("// mine\n");
  expect(readFileSync(join(home(), "05-learning/exercise.2.ts"), "utf8")).toBe("// mine, too\n");
  expect(readFileSync(exercise(), "utf8")).toContain("TODO 1");
});

test("data that were damaged or deleted are made again", async () => {
  await learn("5 --kit typescript");
  const table = join(home(), "data/learning/trials.csv");
  const before = readFileSync(table, "utf8");
  writeFileSync(table, "nonsense\n");
  await learn("5");
  expect(readFileSync(table, "utf8")).toBe(before);
  rmSync(join(home(), "data"), { recursive: true });
  await learn("5");
  expect(readFileSync(table, "utf8")).toBe(before);
  expect(readdirSync(join(home(), "data"))).toEqual(["learning"]);
});

test("two that start at once get the same whole lesson", async () => {
  const start = () => braidyn(["learn", "5", "--kit", "typescript"], { cwd });
  const ended = await Promise.all([start(), start()]);
  expect(ended.map(({ code, stderr }) => `${code} ${stderr.replace(/Simulating.*\n/, "")}`)).toEqual([
    "0 ",
    "0 ",
  ]);
  expect(readdirSync(join(home(), "data"))).toEqual(["learning"]);
  expect(readFileSync(exercise(), "utf8")).toContain("TODO 1");
});

test.each([
  ["what is no lesson", "77", "LEARN_UNKNOWN", 2],
  ["what is no word", "fly", "LEARN_ACTION", 2],
  ["a lesson that was not started", "check 3", "LEARN_NOT_STARTED", 1],
  ["a check before the first lesson", "check", "LEARN_NONE_STARTED", 1],
])("%s is told so, with what to do", async (_, args, error, code) => {
  const ended = await learn(args);
  expect(ended.stderr).toContain(error);
  expect(ended.code).toBe(code);
  expect(readdirSync(cwd)).toEqual([]);
});

test("a folder of other things is left alone", async () => {
  const other = join(cwd, "thesis");
  mkdirSync(other);
  writeFileSync(join(other, "chapter.txt"), "x");
  const { code, stderr } = await learn("5 --folder thesis");
  expect(code).toBe(1);
  expect(stderr).toContain("LEARN_FOLDER");
  expect(readdirSync(other)).toEqual(["chapter.txt"]);
});

test("progress that cannot be read is not thrown away", async () => {
  await learn("5 --kit typescript");
  const path = join(home(), "learn.json");
  for (const broken of [
    "{",
    "null",
    "[]",
    '{"format":"other"}',
    '{"format":"braidyn-learn/1","lessons":{"05-learning":null}}',
  ]) {
    writeFileSync(path, broken);
    const { code, stderr } = await learn("check");
    expect(`${broken} ${code} ${stderr}`).toContain("LEARN_PROGRESS");
    expect(readFileSync(path, "utf8")).toBe(broken);
  }
  rmSync(path);
  expect((await learn("5 --kit typescript")).code).toBe(0);
  expect(existsSync(path)).toBe(true);
});
