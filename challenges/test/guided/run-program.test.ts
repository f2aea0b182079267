import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runProgram } from "../../guided/engine/run-program.ts";
import { findPython } from "../../../test/python.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-programs-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);

const python = findPython("numpy", "pandas");
let count = 0;

async function run(kit: "python" | "typescript", source: string, seconds = 20, check?: () => void) {
  const program = join(folder, `exercise-${count++}.${kit === "python" ? "py" : "ts"}`);
  writeFileSync(program, source);
  return runProgram({
    ...{ kit, program, seconds, given: ["a.nwb", "b.nwb"], python: python ?? "python3" },
    ...(check && { check }),
  });
}

const typescript: [what: string, source: string, kind: string][] = [
  ["a program that cannot be read", "export function answer( {", "syntax"],
  ["an error", "export function answer() {\n  throw new RangeError('no such frame');\n}", "exception"],
  [
    "an error where nobody waits",
    "export async function answer() { void Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 5000)); }",
    "exception",
  ],
  [
    "a package that is not there",
    "import x from 'no-such-package-at-all';\nexport const answer = () => x;",
    "module",
  ],
  ["no function", "export const anwser = () => 1;", "no-function"],
  ["no return", "export function answer() {}", "nothing"],
  ["an answer that is none", "export const answer = () => ({ a: () => 1 });", "unwritable"],
  [
    "an answer in itself",
    "export function answer() { const a: unknown[] = []; a.push(a); return a; }",
    "unwritable",
  ],
  ["an exit", "export function answer() { process.exit(3); }", "died"],
];

const pythonic: [what: string, source: string, kind: string][] = [
  ["a program that cannot be read", "def answer(paths)\n    return 1", "syntax"],
  ["an error", "def answer(paths):\n    return [1, 2][5]", "exception"],
  ["a package that is not there", "import no_such_package\ndef answer(paths):\n    return 1", "module"],
  ["no function", "answer = 5", "no-function"],
  ["no return", "def answer(paths):\n    x = 1", "nothing"],
  ["an answer that is none", "def answer(paths):\n    return {'a': object()}", "unwritable"],
  ["an answer in itself", "def answer(paths):\n    a = []\n    a.append(a)\n    return a", "unwritable"],
  ["an exit", "import sys\ndef answer(paths):\n    sys.exit(3)", "exit"],
  ["a crash", "import os\ndef answer(paths):\n    os._exit(9)", "died"],
  ["a question to the keyboard", "def answer(paths):\n    return input()", "exception"],
];

describe("a learner's TypeScript", () => {
  test("answers in numbers, lists and names, whatever held them", async () => {
    const source = `import { formatMessage } from "@braidyn/core";
      import { table } from "arquero";
      export async function answer(paths: string[]) {
        console.log("seen", paths.length);
        return { paths, none: null, big: 5n, map: new Map([["a", 1]]), typed: Float32Array.of(0.5, NaN, -Infinity), rows: table({ x: [1, 2] }).numRows(), f: typeof formatMessage };
      }`;
    const { answer, failure, printed } = await run("typescript", source);
    expect(failure).toBeNull();
    expect(printed).toBe("seen 2\n");
    expect(answer).toEqual({
      ...{ paths: ["a.nwb", "b.nwb"], none: null, big: 5, map: { a: 1 } },
      ...{ typed: [0.5, NaN, -Infinity], rows: 2, f: "function" },
    });
  });

  test.each(typescript)("with %s is told so", async (_, source, kind) => {
    const { failure } = await run("typescript", source);
    expect(failure?.kind).toBe(kind);
    if (kind === "exception" && source.includes("RangeError")) {
      expect(failure).toMatchObject({ name: "RangeError", message: "no such frame", line: 2 });
    }
  });

  test("that never ends is ended, and so is one that prints without end", async () => {
    const [endless, flood] = await Promise.all([
      run("typescript", "export function answer() { for (;;); }", 2),
      run("typescript", "export function answer() { for (;;) console.log('x'.repeat(100_000)); }"),
    ]);
    expect(endless.failure?.kind).toBe("timeout");
    expect(flood.failure?.kind).toBe("output");
    expect(flood.printed.length).toBeLessThan(200_000);
  });

  test("ends when the learner interrupts the check", async () => {
    const started = Date.now();
    const check = () => {
      if (Date.now() - started > 500) throw new Error("interrupted");
    };
    await expect(run("typescript", "export function answer() { for (;;); }", 60, check)).rejects.toThrow(
      "interrupted",
    );
  });
});

describe.skipIf(python === null)(
  "a learner's Python (needs Python with numpy and pandas; set BRAIDYN_PYTHON)",
  () => {
    test("answers in numbers, lists and names, whatever held them", async () => {
      const source = `
import numpy as np, pandas as pd
def answer(paths):
    print("seen", len(paths))
    table = pd.DataFrame({"x": [1, 2]})
    return {"paths": tuple(paths), "none": None, "big": np.int64(5), 7: np.bool_(True), np.str_("key"): b"bytes",
            "typed": np.array([0.5, np.nan, -np.inf], dtype="f4"), "table": table, "series": table["x"], "square": np.eye(2)}
`;
      const { answer, failure, printed } = await run("python", source);
      expect(failure).toBeNull();
      expect(printed).toBe("seen 2\n");
      expect(answer).toEqual({
        ...{ paths: ["a.nwb", "b.nwb"], none: null, big: 5, 7: true, key: "bytes" },
        ...{ typed: [0.5, NaN, -Infinity], table: { x: [1, 2] }, series: [1, 2] },
        square: [
          [1, 0],
          [0, 1],
        ],
      });
    });

    test.each(pythonic)("with %s is told so", async (_, source, kind) => {
      const { failure } = await run("python", source);
      expect(failure?.kind).toBe(kind);
      if (source.includes("[5]")) {
        expect(failure).toMatchObject({ name: "IndexError", line: 2, text: "return [1, 2][5]" });
      }
    });

    test("that never ends is ended, and so is one that prints without end", async () => {
      const [endless, flood] = await Promise.all([
        run("python", "def answer(paths):\n    while True: pass", 2),
        run("python", "def answer(paths):\n    while True: print('x' * 100000)"),
      ]);
      expect(endless.failure?.kind).toBe("timeout");
      expect(flood.failure?.kind).toBe("output");
    });
  },
);

test("a Python that is not there is told of", async () => {
  const program = join(folder, "none.py");
  writeFileSync(program, "");
  const { failure } = await runProgram({
    ...({ kit: "python", program, seconds: 5, given: "", python: join(folder, "no-python") } as const),
  });
  expect(failure?.kind).toBe("no-python");
});
