/** `npm run docs:outputs [-- PAGE...]`: runs the snippets of the pages and writes what they print below them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@braidyn/core";
import { docsFolder, repositoryFolder } from "./site/folders.ts";
import { ownTests } from "./snippets/own-tests.ts";
import { isShown, withOutputs } from "./snippets/page-snippets.ts";
import { japanesePage, writtenPages } from "./snippets/pages.ts";
import { runPage, type RunSnippet } from "./snippets/run-page.ts";
import { createSharedFolders } from "./snippets/shared-folders.ts";

const asked = process.argv.slice(2);
const pages = writtenPages()
  .filter((page) => ownTests[page] === undefined)
  .filter((page) => asked.length === 0 || asked.includes(page));
const shared = createSharedFolders();
const python = process.env["BRAIDYN_PYTHON"] ?? "python3";
mkdirSync(join(repositoryFolder, ".work"), { recursive: true });
const work = mkdtempSync(join(repositoryFolder, ".work/outputs-"));
try {
  for (const page of pages) {
    const folder = mkdtempSync(join(work, "page-"));
    await update(page, folder, "en");
    const japanese = japanesePage(page);
    if (japanese !== null) await update(japanese, folder, "ja");
  }
} finally {
  rmSync(work, { recursive: true });
}

async function update(page: string, folder: string, language: Language): Promise<void> {
  const start = performance.now();
  const path = join(docsFolder, page);
  const markdown = readFileSync(path, "utf8");
  const done = await runPage(markdown, { folder, language, python, shared });
  writeFileSync(path, withOutputs(markdown, done.map(newOutput)));
  for (const { snippet, outcome } of done) {
    if (outcome === null || outcome.code === 0) continue;
    console.error(`${page}:${snippet.line}\n${outcome.stderr}`);
    process.exitCode = 1;
  }
  console.log(`${page}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** What a page left out with `...` stays out, unless it is all that there is. */
function newOutput({ snippet: { expected }, outcome }: RunSnippet): string | null {
  if (expected === null || outcome === null || outcome.code !== 0) return null;
  return expected.trim() !== "..." && isShown(outcome.stdout, expected)
    ? null
    : withoutHashes(outcome.stdout);
}

/** Hashes and keys are other ones every time. */
function withoutHashes(text: string): string {
  return text.replace(/\b(?=[a-f]*\d)[0-9a-f]{12,64}\b/g, "...");
}
