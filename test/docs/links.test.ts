import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { docsFolder, repositoryFolder } from "../../docs/make/site/folders.ts";
import { gatheredPages } from "../../docs/make/site/gathered-pages.ts";
import { isPlanned } from "../../docs/make/site/repository-links.ts";
import { slugOf } from "../../docs/make/site/slug.ts";

const skipped = new Set(["node_modules", "dist", ".git", ".work", ".vitepress", ".changeset"]);
const madeFolders = /^docs\/(?:ja\/)?(?:api|reference|catalogue|lessons|kits)\//;

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const files = markdownFiles(repositoryFolder).filter(
  (path) => !madeFolders.test(relative(repositoryFolder, path)),
);

/** Pages that `npm run docs` makes, by their names in docs/. */
const made = new Set([
  ...gatheredPages().map(({ page }) => page),
  ...["", "ja/"].flatMap((folder) =>
    ["commands", "errors", "challenge-yaml"].map((name) => `${folder}reference/${name}.md`),
  ),
]);

function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]+`/g, "");
  const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = ""]) => href);
  return inline.filter((href) => !/^[a-z][a-z+.-]*:/i.test(href) && !href.startsWith("/"));
}

function headingsOf(path: string): Set<string> {
  const markdown = readFileSync(path, "utf8").replace(/^```[^]*?^```/gm, "");
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slugOf(heading));
  return new Set([...headings, ...[...markdown.matchAll(/<a id="([^"]+)"/g)].map(([, id = ""]) => id)]);
}

function problemOf(href: string, from: string): string | null {
  const [file = "", hash] = href.split("#", 2);
  const target = file === "" ? from : join(dirname(from), decodeURI(file));
  const page = relative(docsFolder, target);
  if (made.has(page)) return null;
  if (from.startsWith(docsFolder) && isPlanned(file, relative(docsFolder, from))) return null;
  if (!existsSync(target)) return "is not there";
  if (hash === undefined || !target.endsWith(".md")) return null;
  return headingsOf(target).has(decodeURIComponent(hash)) ? null : "has no such heading";
}

test("every link between files of the repository leads somewhere", () => {
  expect(files.length).toBeGreaterThan(40);
  const dead = files.flatMap((path) =>
    linksOf(readFileSync(path, "utf8")).flatMap((href) => {
      const problem = problemOf(href, path);
      return problem === null ? [] : [`${relative(repositoryFolder, path)}: ${href} ${problem}`];
    }),
  );
  expect(dead).toEqual([]);
});
