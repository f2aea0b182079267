import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { docsFolder, repositoryFolder } from "./folders.ts";
import { gatheredPages } from "./gathered-pages.ts";

/** Copies the READMEs that are pages of the site to where they stand in it, their links and pictures with them. */
export function gather(): void {
  for (const { source, page } of gatheredPages()) {
    const markdown = readFileSync(join(repositoryFolder, source), "utf8");
    const to = join(docsFolder, page);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, rebased(markdown, posix.dirname(source), posix.join("docs", posix.dirname(page))));
  }
}

/** Relative links of a page of folder `from`, as they must read in folder `to`. Code is left alone. */
export function rebased(markdown: string, from: string, to: string): string {
  return markdown
    .split(/(^```[^]*?^```[^\n]*$|`[^`\n]+`)/m)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\]\(([^)\s]+)\)/g, (link, href: string) => {
      if (/^(?:[a-z][a-z+.-]*:|\/|#)/i.test(href)) return link;
      const target = posix.relative(to, posix.join(from, href));
      return `](${target.startsWith(".") ? target : `./${target}`}${href.endsWith("/") ? "/" : ""})`;
    })))
    .join("");
}
