import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kitFiles, kitNames } from "../../packages/cli/src/kit/kit-files.ts";
import { blocksOf, headingLevels, kitsFolder, readmeOf } from "./kit-readme.ts";

const folders = readdirSync(kitsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("every folder of starter-kits is a kit that `braidyn new` makes", () => {
  expect(folders.map(({ name }) => name).sort()).toEqual([...kitNames].sort());
});

describe.each(kitNames)("the %s kit", (kit) => {
  const files = kitFiles(kit);
  const [english, japanese] = [readmeOf(kit, "README.md"), readmeOf(kit, "README.ja.md")];

  test("has what a team needs", () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "README.md",
        "README.ja.md",
        ".gitignore",
        "package.json",
        "entry/submission.yaml",
      ]),
    );
    const programs = ["fit", "predict"].map((name) => `entry/${name}.${kit === "python" ? "py" : "ts"}`);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(programs));
  });

  test("has READMEs in both languages with the same headings and the same code", () => {
    expect(headingLevels(japanese)).toEqual(headingLevels(english));
    expect(blocksOf(japanese)).toEqual(blocksOf(english));
    expect(english).toContain("[日本語](README.ja.md)");
    expect(japanese).toContain("[English](README.md)");
  });

  test("comes to the board in five commands", () => {
    const [first] = blocksOf(english);
    expect(first?.language).toBe("sh");
    expect(first?.lines).toHaveLength(5);
    expect(first?.lines[0]).toBe(`npx braidyn new team --kit ${kit} --challenge lever-pull`);
  });

  test("says where each of its files is, and names none that is not there", () => {
    const table = english.match(/^\| `.*$/gm)?.join("\n") ?? "";
    const named = [...table.matchAll(/`([\w./-]+\.(?:py|ts|ipynb|yaml))`/g)].map(
      ([, path]) => path as string,
    );
    expect(named.length).toBeGreaterThan(5);
    for (const path of named) {
      expect(Object.keys(files).some((file) => file === path || file.endsWith(`/${path}`))).toBe(true);
    }
  });

  test("keeps data, predictions and packages out of git", () => {
    expect(files[".gitignore"]?.split("\n")).toEqual(
      expect.arrayContaining(["bundle/", "predictions*.csv", "model.onnx", "node_modules/"]),
    );
  });

  test("learns from train rows alone: nothing in its entry knows the other splits", () => {
    const entry = Object.entries(files).filter(([path]) => /^entry\/.*\.(py|ts)$/.test(path));
    expect(entry.length).toBeGreaterThan(2);
    for (const [path, text] of entry) {
      const code = text.replace(/"""[^]*?"""|\/\*\*[^]*?\*\/|(#|\/\/).*$/gm, "");
      expect(`${path} ${/\b(validation|test)\b/.exec(code)?.[0] ?? ""}`).toBe(`${path} `);
    }
  });

  test("draws nothing at random without a seed", () => {
    const unseeded = /Math\.random|np\.random\.(?!default_rng\(SEED)|default_rng\(\)|import random/;
    for (const [path, text] of Object.entries(files)) {
      if (/\.(py|ts|ipynb)$/.test(path))
        expect(`${path}: ${unseeded.exec(text)?.[0] ?? ""}`).toBe(`${path}: `);
    }
  });

  test("names our packages without a version, which `braidyn new` fills in", () => {
    const { dependencies } = JSON.parse(files["package.json"] as string) as {
      dependencies: Record<string, string>;
    };
    const ours = Object.entries(dependencies).filter(([name]) => name.startsWith("@braidyn/"));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.every(([, version]) => version === "latest")).toBe(true);
  });
});

test("the Python kit imports none of our packages, and its notebook none of the kit's files", () => {
  const { cells } = JSON.parse(readFileSync(join(kitsFolder, "python/notebook.ipynb"), "utf8")) as {
    cells: { cell_type: string; source: string[]; outputs?: unknown[] }[];
  };
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  expect(code.length).toBeGreaterThan(4);
  expect(code.every(({ outputs }) => outputs?.length === 0)).toBe(true);
  const imports = code.flatMap(({ source }) => source.join("").match(/^(?:import|from) \w+/gm) ?? []);
  const known = /^(import|from) (shutil|subprocess|pathlib|json|numpy|pandas|sklearn)$/;
  expect(imports.filter((line) => !known.test(line))).toEqual([]);
  const python = Object.entries(kitFiles("python")).filter(([path]) => path.endsWith(".py"));
  expect(python.filter(([, text]) => /^(import|from) braidyn/m.test(text))).toEqual([]);
});

test("the overview of the kits is there in both languages", () => {
  for (const file of ["README.md", "README.ja.md"]) expect(existsSync(join(kitsFolder, file))).toBe(true);
  const [english, japanese] = ["README.md", "README.ja.md"].map((file) =>
    readFileSync(join(kitsFolder, file), "utf8"),
  );
  expect(headingLevels(japanese as string)).toEqual(headingLevels(english as string));
  expect(blocksOf(japanese as string)).toEqual(blocksOf(english as string));
});
