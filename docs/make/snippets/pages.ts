import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { docsFolder } from "../site/folders.ts";
import { madeFolders } from "../site/made-folders.ts";

/** The English pages that people wrote, by their path in docs/; each has its Japanese one in `ja/`. */
export function writtenPages(): string[] {
  const found = readdirSync(docsFolder, { recursive: true, encoding: "utf8" });
  return found
    .map((path) => path.split("\\").join("/"))
    .filter((path) => path.endsWith(".md") && path !== "README.md" && !/^(?:ja|make|\.vitepress)\//.test(path))
    .filter((path) => !madeFolders.some((folder) => path.startsWith(`${folder}/`)))
    .sort();
}

/** The Japanese page of an English one; null where there is none. */
export function japanesePage(page: string): string | null {
  const japanese = `ja/${page}`;
  return existsSync(join(docsFolder, japanese)) ? japanese : null;
}
