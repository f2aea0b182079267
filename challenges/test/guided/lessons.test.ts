import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exerciseFile, kits, listLessons } from "@braidyn/challenges/guided";

const lessons = await listLessons();

test("the course has ten lessons, numbered without a gap, from opening a session to a submission", () => {
  expect(lessons.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("lessons that give their data the same name give the same data", () => {
  const known = new Map<string, unknown>();
  for (const { definition } of lessons) {
    const { name, ...data } = definition.data;
    expect(known.get(name) ?? data).toEqual(data);
    known.set(name, data);
  }
});

describe.each(lessons)("the folder $id", ({ number, folder, definition }) => {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const readmes = [read("README.md"), read("README.ja.md")] as const;

  test("holds texts, a check, and an exercise and a solution in every language", () => {
    const programs = kits.flatMap((kit) => [exerciseFile(kit), exerciseFile(kit, "solution")]);
    const files = readdirSync(folder);
    for (const file of ["lesson.yaml", "README.md", "README.ja.md", "check.ts", ...programs]) {
      expect(files).toContain(file);
    }
    expect(files.includes("prepare.ts")).toBe(definition.data.gives !== undefined);
  });

  test("says the same in English and Japanese, in as many parts, tables and blocks of code", () => {
    const [english, japanese] = readmes.map((text) => ({
      headings: text.match(/^#+ /gm),
      rows: text.match(/^\|/gm),
      code: text.match(/^```\w*/gm),
      items: text.match(/^- /gm),
      names: [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name),
    }));
    expect(japanese).toEqual(english);
    expect(readmes[1]).toMatch(/[\p{sc=Hiragana}]/u);
    expect(readmes[0]).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
    expect(readmes[0]).toContain(`# ${number}. ${definition.title.en}\n`);
    expect(readmes[1]).toContain(`# ${number}. ${definition.title.ja}\n`);
    expect([...readmes[0].matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      "The idea",
      "Your task",
      "The plot",
    ]);
  });

  test("asks in its task for what it checks", () => {
    for (const text of readmes) {
      for (const name of Object.keys(definition.answer)) expect(text, name).toContain(`\`${name}`);
    }
  });

  test("explains no mistake that the check does not know", () => {
    const check = read("check.ts");
    for (const mistake of Object.keys(definition.mistakes)) expect(check).toContain(mistake);
  });

  test.each(kits)("has something to do in the %s exercise, and nothing in the solution", (kit) => {
    const [exercise, solution] = [read(exerciseFile(kit)), read(exerciseFile(kit, "solution"))];
    const todos = exercise.match(/TODO \d/g) ?? [];
    expect(todos).toEqual(todos.map((_, i) => `TODO ${i + 1}`));
    expect(todos.length).toBeGreaterThan(0);
    expect(solution).not.toContain("TODO");
  });

  test("names the packages that its Python programs import, and shows them its data", () => {
    const imported: Record<string, string> = { sklearn: "scikit-learn" };
    const exercise = read("exercise.py");
    const names = [...exercise.matchAll(/^(?:import|from) (\w+)/gm)].map(([, name]) => name as string);
    const packages = names.filter((name) => !["glob", "pathlib", "re"].includes(name));
    const needed = definition.python.filter((name) => name !== "pyarrow"); // pandas imports that
    expect([...new Set(packages.map((name) => imported[name] ?? name))].sort()).toEqual([...needed].sort());
    expect(exercise).toContain(`"../data/${definition.data.name}/`);
  });
});

test("the course is told in English and Japanese, a row a lesson", () => {
  const guided = join(lessons[0]?.folder ?? "", "..");
  for (const file of ["README.md", "README.ja.md"]) {
    expect(existsSync(join(guided, file))).toBe(true);
    const text = readFileSync(join(guided, file), "utf8");
    for (const { id } of lessons) expect(text).toContain(`](${id}/${file})`);
  }
});
