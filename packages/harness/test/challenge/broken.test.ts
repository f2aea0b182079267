import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkChallenge } from "../../src/index.ts";

/** Broken definitions, each with what must be said of it in a `.json` beside it: two files are a new case. */
const folder = join(import.meta.dirname, "broken");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length));

interface Told {
  readonly line: number;
  readonly code: string;
  readonly cause: string;
  readonly fix: string;
}

const read = (file: string) => readFileSync(join(folder, file), "utf8");

describe("a broken definition gives line, cause and fix:", () => {
  test.each(names)("%s", (name) => {
    const problems = checkChallenge(read(`${name}.yaml`), "challenge.yaml");
    const told = problems.map((error): Told => {
      const { line } = error.parameters as { line: number };
      return { line, code: error.code, cause: error.message, fix: error.hint };
    });
    expect(told).toEqual(JSON.parse(read(`${name}.json`)));
    expect(told.length).toBeGreaterThan(0);
    for (const error of problems) {
      expect(error.message).toMatch(/^challenge\.yaml:\d+: ./);
      expect(error.hint).toMatch(/\w/);
      expect(error.in("ja").hint).toMatch(/[ぁ-ん]/);
    }
  });
});
