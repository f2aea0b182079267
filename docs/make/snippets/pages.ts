import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@braidyn/core";
import { docsFolder } from "../site/folders.ts";
import { madeFolders } from "../site/made-folders.ts";

/** The pages of a language that people wrote, by their path in docs/ or docs/ja/. */
export function writtenPages(language: Language = "en"): string[] {
  const folder = language === "en" ? docsFolder : join(docsFolder, language);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split("\\").join("/"))
    .filter(
      (path) => path.endsWith(".md") && path !== "README.md" && !/^(?:ja|make|\.vitepress)\//.test(path),
    )
    .filter((path) => !madeFolders.some((made) => path.startsWith(`${made}/`)))
    .sort();
}

/** The Japanese page of an English one; null where there is none. */
export function japanesePage(page: string): string | null {
  const japanese = `ja/${page}`;
  return existsSync(join(docsFolder, japanese)) ? japanese : null;
}
