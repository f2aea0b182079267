import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..", "..");
const pageOf = (name: string) => readFileSync(join(root, "docs", name), "utf8");

/** Code of a page that names a file of an example: that file is run by the tests of the examples. */
function examplesIn(page: string): (readonly [file: string, code: string])[] {
  const fences = page.matchAll(/^```\w+ (\S+)\n([^]*?)^```/gm);
  return [...fences].map(([, file = "", code = ""]) => [file, code]);
}

test.each(examplesIn(pageOf("submissions.md")))("docs/submissions.md shows %s as it is run", (file, code) => {
  expect(code).toBe(readFileSync(join(root, "packages/runner/examples", file), "utf8"));
});

test("the Japanese page shows the same code and commands", () => {
  const blocks = (page: string) => [...page.matchAll(/^```[^]*?^```/gm)].map(([block]) => block);
  expect(blocks(pageOf("ja/submissions.md"))).toEqual(blocks(pageOf("submissions.md")));
  expect(examplesIn(pageOf("submissions.md")).length).toBeGreaterThanOrEqual(6);
});
