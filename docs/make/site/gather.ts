import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { repositoryFolder } from "./folders.ts";
import { gatheredPages } from "./gathered-pages.ts";

/** The READMEs that are pages of the site, as they read where they stand in it: links and pictures lead to the same. */
export function gatheredReadmes(): [page: string, markdown: string][] {
  return gatheredPages().map(({ source, page }) => {
    const markdown = readFileSync(join(repositoryFolder, source), "utf8");
    return [page, rebased(markdown, posix.dirname(source), posix.join("docs", posix.dirname(page)))];
  });
}

/** Relative links of a page of folder `from`, as they must read in folder `to`. Code is left alone. */
export function rebased(markdown: string, from: string, to: string): string {
  return markdown
    .split(/(^```[^]*?^```[^\n]*$|`[^`\n]+`)/m)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(/\]\(([^)\s]+)\)/g, (link, href: string) => {
            if (/^(?:[a-z][a-z+.-]*:|\/|#)/i.test(href)) return link;
            const target = posix.relative(to, posix.join(from, href));
            return `](${target.startsWith(".") ? target : `./${target}`}${href.endsWith("/") ? "/" : ""})`;
          }),
    )
    .join("");
}
