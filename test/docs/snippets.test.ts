import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { docsFolder, repositoryFolder } from "../../docs/make/site/folders.ts";
import { ownTests } from "../../docs/make/snippets/own-tests.ts";
import { isShown, pageSnippets, withOutputs } from "../../docs/make/snippets/page-snippets.ts";
import { japanesePage, writtenPages } from "../../docs/make/snippets/pages.ts";
import { runPage, type RunSnippet } from "../../docs/make/snippets/run-page.ts";
import { createSharedFolders } from "../../docs/make/snippets/shared-folders.ts";
import { findPython } from "../python.ts";

/** Inside the repository, so that snippets find the packages; ignored by git. */
mkdirSync(join(repositoryFolder, ".work"), { recursive: true });
const work = mkdtempSync(join(repositoryFolder, ".work/snippets-"));
afterAll(() => rmSync(work, { recursive: true }));

const textOf = (page: string) => readFileSync(join(docsFolder, page), "utf8");
const pages = writtenPages().filter(
  (page) => ownTests[page] === undefined && pageSnippets(textOf(page)).length > 0,
);
const shared = createSharedFolders();
const python = findPython("numpy", "pandas", "pyarrow");

function check(page: string, { snippet, outcome }: RunSnippet): void {
  if (outcome === null) return;
  const where = `${page}:${snippet.line}`;
  expect(`${where}: ${outcome.code}\n${outcome.code === 0 ? "" : outcome.stderr}`).toBe(`${where}: 0\n`);
  if (snippet.expected === null) return;
  const agrees = isShown(outcome.stdout, snippet.expected);
  expect(
    agrees ? "as shown" : `${where} prints, which \`npm run docs:outputs\` writes:\n${outcome.stdout}`,
  ).toBe("as shown");
}

describe("what a page tells its readers to run does what the page shows", () => {
  for (const page of pages) {
    const isPython = pageSnippets(textOf(page)).some(({ language }) => language === "python");
    const reason = "(needs Python with numpy, pandas and pyarrow; set BRAIDYN_PYTHON)";
    test.skipIf(isPython && python === null)(`${page} ${isPython ? reason : ""}`, async () => {
      const folder = mkdtempSync(join(work, "page-"));
      const place = { folder, python: python ?? "", shared };
      for (const done of await runPage(textOf(page), { ...place, language: "en" })) check(page, done);
      const japanese = japanesePage(page);
      if (japanese === null) return;
      for (const done of await runPage(textOf(japanese), { ...place, language: "ja" })) check(japanese, done);
    });
  }
});

/** Every page of both languages. */
const all = writtenPages()
  .flatMap((page) => [page, `ja/${page}`])
  .filter((page) => existsSync(join(docsFolder, page)));

test("snippets that are not run say why, and are few", () => {
  const here = all.filter((page) => ownTests[page.replace(/^ja\//, "")] === undefined);
  const snippets = here.flatMap((page) => pageSnippets(textOf(page)));
  const notRun = snippets.filter((each) => each.notRun !== null);
  for (const { notRun: reason } of notRun) expect(reason?.length).toBeGreaterThan(10);
  expect(notRun.length).toBeLessThanOrEqual(snippets.length / 5);
});

test("pages whose snippets another test runs are named by that test", () => {
  for (const [page, path] of Object.entries(ownTests)) {
    if (!existsSync(join(docsFolder, page))) continue;
    expect(readFileSync(join(repositoryFolder, path), "utf8")).toContain(page);
  }
});

test("no snippet is hidden from these tests by standing in a list or a quotation", () => {
  for (const page of all) {
    const indented = textOf(page).match(/^[ \t>]+```(?:sh|ts|python|bash|js|typescript|shell)\b/gm) ?? [];
    expect([page, indented]).toEqual([page, []]);
    const others = textOf(page).match(/^```(?:bash|shell|console|typescript|js|javascript|py)\b/gm) ?? [];
    expect([page, others]).toEqual([page, []]);
  }
});

describe("an output that is shown", () => {
  test("must be the whole output, but for the ends of lines", () => {
    expect(isShown("a\nb \n", "a\nb\n")).toBe(true);
    expect(isShown("a\nb\nc\n", "a\nb\n")).toBe(false);
    expect(isShown("a.b\n", "axb\n")).toBe(false);
  });

  test("may leave out lines and parts of lines with three dots", () => {
    expect(isShown("a\nb\nc\n", "a\n...\n")).toBe(true);
    expect(isShown("a\n", "a\n...\n")).toBe(true);
    expect(isShown("a\nb\nc\nd\n", "...\nc\n...\n")).toBe(true);
    expect(isShown("key 12ab\n", "key ...\n")).toBe(true);
    expect(isShown("a\nb\n", "...\nc\n")).toBe(false);
  });

  test("is replaced where it stands", () => {
    const page = "```sh\nx\n```\n\n```text\nold\n```\n\nend\n";
    expect(withOutputs(page, ["new\n"])).toBe(page.replace("old", "new"));
    expect(withOutputs(page, [null])).toBe(page);
  });
});
