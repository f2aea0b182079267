import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The starter kits; each is a folder of the repository's `starter-kits`. */
export const kitNames = ["typescript", "python"] as const;
export type KitName = (typeof kitNames)[number];

/** A kit's files: their texts by their paths, written with `/`. */
export type KitFiles = Readonly<Record<string, string>>;

/** What a checkout has, and what a published package has instead: npm would leave out every `.gitignore`. */
const folders = fileURLToPath(new URL("../../../../starter-kits/", import.meta.url));
const packed = fileURLToPath(new URL("../../kits.json", import.meta.url));

/** The files of a kit as they stand in the repository. */
export function kitFiles(kit: KitName): KitFiles {
  if (existsSync(packed) && !import.meta.url.endsWith(".ts")) {
    return (JSON.parse(readFileSync(packed, "utf8")) as Record<KitName, KitFiles>)[kit];
  }
  return readKit(join(folders, kit));
}

/** A kit may have been tried out where it stands: what that leaves there is none of its files. */
const leftovers =
  /(^|\/)(node_modules|\.venv|bundle|__pycache__|\.ipynb_checkpoints|package-lock\.json)(\/|$)/;
const texts = /\.(md|json|ts|py|ipynb|yaml|txt)$|(^|\/)\.gitignore$/;

function readKit(folder: string): KitFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((path) => texts.test(path) && !leftovers.test(path));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
