import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { submissionJsonSchema } from "@braidyn/runner";
import { describe, expect, test } from "vitest";
import { parseSubmission } from "../../src/entry/submission-yaml.ts";

const files = ["submission.yaml", "fit.py", "predict.py", "predict.ts", "sub/model.py"];
const parse = (text: string) => parseSubmission(new TextEncoder().encode(text), files);

test("runtime and predict are enough", () => {
  expect(parse("runtime: python\npredict: predict.py\n")).toEqual({
    ...{ runtime: "python", predict: "predict.py", stream: false },
  });
});

test("the published schema is the one that is checked by", () => {
  const published = readFileSync(join(import.meta.dirname, "..", "..", "submission.schema.json"), "utf8");
  expect(JSON.parse(published)).toEqual(submissionJsonSchema());
});

describe("a mistake is told with its line and what to write instead", () => {
  test.each([
    ["runtime: python\npredict predict.py\n", "ENTRY_YAML", 2, "indentation"],
    ["runtime: python\n\npredct: predict.py\n", "ENTRY_UNKNOWN_KEY", 3, '"predict"'],
    ["runtime: python\n", "ENTRY_MISSING", 1, "predict.py | src/predict.ts"],
    ["predict: predict.py\nruntime: ruby\n", "ENTRY_VALUE", 2, "node | python"],
    ["runtime: python\npredict: predict.py\nstream: maybe\n", "ENTRY_VALUE", 3, "true | false"],
    ["runtime: python\npredict: ../predict.py\n", "ENTRY_VALUE", 2, "predict.py"],
    ["runtime: python\npredict: /etc/passwd\n", "ENTRY_VALUE", 2, "predict.py"],
    ["runtime: python\npredict: predcit.py\n", "ENTRY_PROGRAM", 2, '"predict.py"'],
    ["runtime: python\npredict: predict.ts\n", "ENTRY_PROGRAM_KIND", 2, ".mjs"],
    ["runtime: python\nruntime: node\npredict: predict.ts\n", "ENTRY_YAML", 2, "twice"],
    ["[]\n", "ENTRY_VALUE", 1, "runtime, fit, predict"],
    ["", "ENTRY_VALUE", 1, "runtime, fit, predict"],
  ])("%j: %s", (text, code, line, hint) => {
    const problem = problemOf(() => parse(text));
    expect([problem.code, (problem.parameters as { line?: number }).line]).toEqual([code, line]);
    expect(problem.hint).toContain(hint);
    expect(problem.in("ja").message).not.toBe(problem.message);
  });

  test("an alias bomb and a file that is no text", () => {
    const bomb = `a: &a [${"x,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: &c [${"*b,".repeat(50)}]\nd: [${"*c,".repeat(50)}]\n`;
    expect(problemOf(() => parse(bomb)).code).toMatch(/^ENTRY_/);
    expect(problemOf(() => parseSubmission(Uint8Array.of(0xff, 0xfe), files)).code).toBe("ENTRY_YAML");
    expect(problemOf(() => parseSubmission(new Uint8Array(100_000), files)).code).toBe("ENTRY_YAML");
  });
});

function problemOf(work: () => unknown): BraidynError {
  try {
    work();
  } catch (error) {
    if (error instanceof BraidynError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
