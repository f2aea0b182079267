import { BraidynError } from "@braidyn/core";
import { expect, test } from "vitest";
import { compileTypeScript } from "../../src/protocol/compile-typescript.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const compile = async (files: Record<string, string>) => {
  const compiled = await compileTypeScript(
    new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])),
  );
  return Object.fromEntries(
    [...compiled].map(([name, contents]) => [name, new TextDecoder().decode(contents)]),
  );
};

test("imports of TypeScript follow its new name, whichever way they are written", async () => {
  const { "a.mjs": code = "" } = await compile({
    "a.ts": `import { b } from "./b.ts"; import { c } from './c'; import d from "./sub/d.js"; import "node:fs";
import { type Only } from "./b.ts"; export { e } from "./sub/e.mts"; const f = await import("./b.ts"); console.log(b, c, d, f);`,
    ...{ "b.ts": "", "c.ts": "", "sub/d.ts": "", "sub/e.mts": "" },
  });
  expect([...code.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, name]) => name)).toEqual([
    ...["./b.mjs", "./c.mjs", "./sub/d.mjs", "node:fs", "./sub/e.mjs", "./b.mjs"],
  ]);
});

test("JavaScript, data and types of others stay as they are", async () => {
  const files = { "a.js": 'import "./b.ts"', "w.json": "{}", "x.ts": "", "y.d.ts": "" };
  expect(await compile(files)).toMatchObject({ "a.js": files["a.js"], "w.json": "{}" });
  expect(Object.keys(await compile(files))).toEqual(["a.js", "w.json", "x.mjs"]);
});

test.each([
  ["a mistake", { "a.ts": "const x = 1;\nlet y = ;\n" }, "ENTRY_TYPESCRIPT", { path: "a.ts", line: 2 }],
  ["a name that is taken", { "a.ts": "", "a.mjs": "" }, "ENTRY_TYPESCRIPT_CLASH", { compiled: "a.mjs" }],
])("%s is told", async (_, files, code, parameters) => {
  const problem = await compile(files as unknown as Record<string, string>).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(BraidynError);
  expect(problem).toMatchObject({ code, parameters });
});

test.each([
  ["parentheses without end", `const x = ${"(".repeat(499_000)}`],
  ["negations without end", `const x = ${"!".repeat(499_000)}1`],
  ["arrows within arrows", `const x = ${"<T>(a = ".repeat(5000)}1${") => 1".repeat(5000)}`],
  ["a megabyte", `// ${"x".repeat(1_000_000)}`],
])("%s end a process of its own, and the next file is compiled", async (_, text) => {
  const problem = await compile({ "a.ts": text }).then(
    () => null,
    (error: unknown) => error,
  );
  if (problem !== null) expect(problem).toMatchObject({ code: "ENTRY_TYPESCRIPT" });
  expect(await compile({ "b.ts": "const b: number = 1; export { b };" })).toHaveProperty(["b.mjs"]);
});
