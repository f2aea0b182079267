import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { challengeFieldsPage } from "./challenge-fields.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { docsFolder } from "./folders.ts";
import { gatheredReadmes } from "./gather.ts";
import { madeFolders } from "./made-folders.ts";

/** A page that is made, by its path in docs/. */
export type MadePages = ReadonlyMap<string, string>;

/** Makes the pages that follow from the code and from READMEs: commands, errors, fields, challenges, lessons, kits. */
export async function generatePages(): Promise<void> {
  const pages = new Map(gatheredReadmes());
  for (const language of ["en", "ja"] as const) {
    const reference = `${language === "en" ? "" : "ja/"}reference`;
    pages.set(`${reference}/commands.md`, await commandsPage(language));
    pages.set(`${reference}/challenge-yaml.md`, challengeFieldsPage(language));
    pages.set(`${reference}/errors.md`, errorsPage(language));
  }
  // The packages' reference takes longest and has its own place.
  writeMadePages(withPointers(pages), (folder) => folder !== "api");
}

/** The same pages, and for each that is in English only a Japanese one that leads to it: the menu of languages needs it. */
export function withPointers(pages: MadePages): MadePages {
  const pointers = [...pages].flatMap(([path, text]): [string, string][] => {
    if (path.startsWith("ja/") || pages.has(`ja/${path}`)) return [];
    const heading = /^# .+$/m.exec(text)?.[0] ?? "# API";
    const here = "../".repeat(path.split("/").length);
    return [[`ja/${path}`, `${heading}\n\nこのページは英語のみです：[英語のページへ](${here}${path})\n`]];
  });
  return new Map([...pages, ...pointers]);
}

/**
 * Writes pages where they are new or other ones, and takes away what is made no more, so that a site that is being built
 * or served meanwhile never misses one.
 */
export function writeMadePages(pages: MadePages, isOwn: (folder: string) => boolean): void {
  for (const [path, text] of pages) {
    const file = join(docsFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
  for (const folder of madeFolders.filter(isOwn).flatMap((name) => [name, `ja/${name}`])) {
    for (const path of filesIn(folder)) if (!pages.has(path)) rmSync(join(docsFolder, path));
  }
}

function filesIn(folder: string): string[] {
  const path = join(docsFolder, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(docsFolder.length + 1));
}
