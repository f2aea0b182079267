import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Where the definitions stand: beside the sources, or above the compiled code. */
const definitions = basename(here) === "dist" ? dirname(here) : here;

/** Folders of the catalogue that hold a challenge, by id. */
export function catalogueFolders(): ReadonlyMap<string, string> {
  const folders = readdirSync(definitions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isChallengeFolder(join(definitions, entry.name)))
    .map(({ name }): [string, string] => [name, join(definitions, name)]);
  return new Map(folders.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function isChallengeFolder(folder: string): boolean {
  return existsSync(join(folder, "challenge.yaml"));
}

/** Where the code of a challenge's folder is: for the catalogue's own, once compiled, in `dist`. */
export function codeFolder(folder: string): string {
  return dirname(folder) === definitions ? join(here, basename(folder)) : folder;
}
