import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BraidynError } from "@braidyn/core";

const here = dirname(fileURLToPath(import.meta.url));

/** Where the definitions stand: beside the sources, or above the compiled code. */
const definitions = basename(here) === "dist" ? dirname(here) : here;

/** JSON Schema of `challenge.yaml`, for editors; `braidyn challenge schema` makes it. */
export const schemaFile = join(definitions, "challenge.schema.json");

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

/** The folder of a challenge of the catalogue by its id, or of any by its folder. @throws BraidynError `CHALLENGE_UNKNOWN`. */
export function challengeFolder(idOrFolder: string): string {
  const catalogue = catalogueFolders();
  const folder = catalogue.get(idOrFolder) ?? resolve(idOrFolder);
  if (isChallengeFolder(folder)) return folder;
  throw new BraidynError("CHALLENGE_UNKNOWN", { name: idOrFolder, known: [...catalogue.keys()].join(", ") });
}

/** Where the code of a challenge's folder is: for the catalogue's own, once compiled, in `dist`. */
export function codeFolder(folder: string): string {
  return isOfCatalogue(folder) ? join(here, basename(folder)) : folder;
}

export function isOfCatalogue(folder: string): boolean {
  return dirname(folder) === definitions;
}
