import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@braidyn/core";
import { repositoryFolder } from "./folders.ts";

/** A README that is a page of the site as well. */
export interface GatheredPage {
  /** From the repository: `challenges/lever-pull/README.ja.md`. */
  readonly source: string;
  /** From docs/: `ja/catalogue/lever-pull.md`. */
  readonly page: string;
  readonly language: Language;
}

/** Folders of READMEs, and the part of the site that they make. */
const shelves = [
  { folder: "challenges", part: "catalogue", skip: /^(?:guided|test|toolkit)$/ },
  { folder: "challenges/guided", part: "lessons", skip: /^$/ },
  { folder: "starter-kits", part: "kits", skip: /^$/ },
] as const;

export type Part = (typeof shelves)[number]["part"];

const files = { en: "README.md", ja: "README.ja.md" } as const;

/** Every README of challenges, lessons and starter kits, in the order of their folders; the folder's own comes first. */
export function gatheredPages(): GatheredPage[] {
  return shelves.flatMap(({ folder, part, skip }) =>
    ["", ...foldersIn(folder, skip)].flatMap((name) =>
      (["en", "ja"] as const).flatMap((language) => {
        const source = [folder, name, files[language]].filter((step) => step !== "").join("/");
        const page = `${language === "ja" ? "ja/" : ""}${part}/${name === "" ? "index" : name}.md`;
        return existsSync(join(repositoryFolder, source)) ? [{ source, page, language }] : [];
      }),
    ),
  );
}

function foldersIn(folder: string, skip: RegExp): string[] {
  return readdirSync(join(repositoryFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !skip.test(entry.name) && entry.name !== "node_modules")
    .map(({ name }) => name)
    .sort();
}
