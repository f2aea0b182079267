import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryFolder } from "../site/folders.ts";

/** READMEs for users, which must be there in both languages; those of packages are for programmers, in English. */
export function expectedReadmes(): string[] {
  return [
    "README.md",
    "challenges/README.md",
    ...readmesBelow("challenges", "challenge.yaml"),
    ...readmesBelow("challenges/guided", "lesson.yaml"),
    ...readmesBelow("starter-kits", "package.json"),
    // Overviews that have been translated are held to it.
    ...["challenges/guided/README.md", "starter-kits/README.md"].filter((path) =>
      existsSync(join(repositoryFolder, path.replace(/\.md$/, ".ja.md"))),
    ),
  ];
}

/** The README of every folder that has `marker` in it. */
function readmesBelow(folder: string, marker: string): string[] {
  const path = join(repositoryFolder, folder);
  return readdirSync(path)
    .filter((name) => existsSync(join(path, name, marker)))
    .map((name) => `${folder}/${name}/README.md`);
}
