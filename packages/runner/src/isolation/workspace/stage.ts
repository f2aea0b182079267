import { constants } from "node:fs";
import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  symlink,
} from "node:fs/promises";
import { join } from "node:path";
import { workspace } from "./workspace.ts";

/**
 * Makes a place readable for a program under a path that tells nothing: as it is where it stands in the workspace already,
 * else linked or copied to `target`. Links below it, not their targets, are taken; FIFOs, sockets and devices are left out.
 *
 * @returns the path to give to the program
 */
export async function stage(source: string, target: string): Promise<string> {
  const path = await realpath(source);
  if (path.startsWith(`${workspace().path}/`)) {
    await openUp(path);
    return path;
  }
  await take(path, target);
  return target;
}

/** Lets everyone read what stands below a path of our own. Nobody else gets as far: the workspace is closed. */
async function openUp(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isDirectory()) {
    if ((found.mode & 0o555) !== 0o555) await chmod(path, 0o755);
    for (const name of await readdir(path)) await openUp(join(path, name));
  } else if (found.isFile() && (found.mode & 0o444) !== 0o444) {
    // the same file may stand elsewhere under another name, where its mode is not ours to change
    if (found.nlink > 1) await replaceByCopy(path);
    await chmod(path, (found.mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function replaceByCopy(path: string): Promise<void> {
  await copyFile(path, `${path}.copy`, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  await rename(`${path}.copy`, path);
}

async function take(source: string, target: string): Promise<void> {
  const found = await lstat(source);
  if (found.isSymbolicLink()) await symlink(await readlink(source), target);
  else if (found.isFile()) await takeFile(source, target, found.mode);
  else if (found.isDirectory()) {
    await mkdir(target);
    await chmod(target, 0o755);
    for (const name of await readdir(source)) await take(join(source, name), join(target, name));
  }
}

/** By a second name for the same file where that will do, so that gigabytes take no time; else as a copy. */
async function takeFile(source: string, target: string, mode: number): Promise<void> {
  if ((mode & 0o444) === 0o444 && (mode & 0o7000) === 0) {
    try {
      await link(source, target);
      return;
    } catch {
      // another file system, or one's own kernel forbids links to what others own
    }
  }
  await copyFile(source, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  await chmod(target, (mode & 0o100) === 0 ? 0o644 : 0o755);
}
