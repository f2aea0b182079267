import { existsSync } from "node:fs";
import { cp, lstat, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BraidynError } from "@braidyn/core";
import type { KitFiles } from "./kit-files.ts";

/**
 * Writes a kit's folder: whole, or not at all.
 *
 * @param target absolute; there is nothing yet, or an empty folder.
 * @param shown the folder as it was asked for.
 * @throws BraidynError `COMMAND_FOLDER_EXISTS`, `KIT_NOT_FOLDER`, `COMMAND_SYSTEM`.
 */
export async function makeKit(target: string, shown: string, files: KitFiles): Promise<void> {
  await refuseTaken(target, shown);
  try {
    await writeBeside(target, files);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    // somebody filled the folder meanwhile
    if (code === "ENOTEMPTY" || code === "ERR_FS_CP_EEXIST")
      throw new BraidynError("COMMAND_FOLDER_EXISTS", { path: shown });
    throw new BraidynError("COMMAND_SYSTEM", { path: shown, reason: message }, { cause });
  }
}

/** @throws BraidynError `COMMAND_FOLDER_EXISTS` for a folder that holds something, `KIT_NOT_FOLDER` for anything else. */
export async function refuseTaken(target: string, shown: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) throw new BraidynError("KIT_NOT_FOLDER", { path: shown });
  if ((await readdir(target)).length > 0) throw new BraidynError("COMMAND_FOLDER_EXISTS", { path: shown });
}

async function writeBeside(target: string, files: KitFiles): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const holder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const folder = join(holder, "kit");
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    // an empty folder stays the one that it is: a shell may stand in it
    if (existsSync(target)) await cp(folder, target, { recursive: true, force: false, errorOnExist: true });
    else await rename(folder, target);
  } finally {
    await rm(holder, { recursive: true, force: true });
  }
}
