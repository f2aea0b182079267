import { BraidynError } from "@braidyn/core";
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { openBundleFiles } from "../open.ts";
import { directoryFiles } from "./directory-files.ts";

/**
 * Makes a folder as a whole: `fill` writes into a temporary sibling, which takes the final name only when everything is
 * there. An error leaves nothing behind and an older bundle untouched.
 *
 * @param overwrite whether an older bundle of that name may be replaced; nothing else ever is.
 * @throws BraidynError `BUNDLE_EXISTS`.
 */
export async function makeFolder<T>(
  path: string,
  overwrite: boolean,
  fill: (folder: string, scratch: string) => Promise<T>,
): Promise<T> {
  const target = resolve(path);
  await refuseExisting(target, overwrite);
  await mkdir(dirname(target), { recursive: true });
  const holder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    // mkdtemp's own folder is readable to its owner alone; one made inside has the usual rights
    const [folder, scratch] = [join(holder, "bundle"), join(holder, "scratch")];
    await mkdir(folder);
    await mkdir(scratch);
    const result = await fill(folder, scratch);
    await replace(target, folder, join(holder, "older"));
    return result;
  } finally {
    await rm(holder, { recursive: true, force: true });
  }
}

async function refuseExisting(target: string, overwrite: boolean): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (found === null) return;
  const empty = found.isDirectory() && (await readdir(target)).length === 0;
  if (empty || (overwrite && found.isDirectory() && (await isBundle(target)))) return;
  throw new BraidynError("BUNDLE_EXISTS", { path: target });
}

async function isBundle(folder: string): Promise<boolean> {
  return openBundleFiles(directoryFiles(folder)).then(
    () => true,
    () => false,
  );
}

async function replace(target: string, folder: string, older: string): Promise<void> {
  const entries = await readdir(target).catch(() => null);
  if (entries?.length === 0) await rmdir(target);
  else if (entries !== null) await rename(target, older);
  await rename(folder, target);
}
