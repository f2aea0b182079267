import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

/** Keeps the learner's progress, and marks their folder. */
export const progressFile = "learn.json";

/** Made in the folder that a learner starts in. */
const usualName = "braidyn-lessons";

/** Where the learner's lessons are or will be: the folder asked for, the one around the current folder, else a new one. */
export function findHome(asked: string | undefined, { context }: Shell): string {
  if (asked !== undefined) return resolve(locate(context, asked));
  const here = resolve(locate(context, "."));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, progressFile))) return folder;
    if (dirname(folder) === folder) return join(here, usualName);
  }
}

/** The lesson whose folder the learner is in, if any. */
export function lessonAround(home: string, { context }: Shell): string | null {
  const here = resolve(locate(context, "."));
  return dirname(here) === home ? basename(here) : null;
}

/** Makes the folder where it is not there. @throws BraidynError `LEARN_FOLDER` for one that holds something else. */
export async function makeHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true });
  if (existsSync(join(home, progressFile))) return;
  const found = (await readdir(home)).filter((name) => !isOurs(name));
  if (found.length > 0) throw new BraidynError("LEARN_FOLDER", { path: home });
  // TypeScript exercises are modules
  const manifest = { name: usualName, private: true, type: "module" };
  const path = join(home, "package.json");
  if (!existsSync(path)) await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What stays where only the progress was deleted, and what systems leave in every folder. */
function isOurs(name: string): boolean {
  return name.startsWith(".") || /^(\d\d-.*|data|package\.json)$/.test(name);
}

/** Folders of data: the learner's, and those that only the check reads. */
export function dataFolders(home: string): {
  given: string;
  other: string;
  hidden: string;
  otherHidden: string;
} {
  const own = join(home, ".check");
  return {
    given: join(home, "data"),
    other: join(own, "data"),
    hidden: join(own, "hidden"),
    otherHidden: join(own, "other-hidden"),
  };
}
