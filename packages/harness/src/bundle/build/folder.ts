import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { openBundleFiles } from "../open.ts";
import { directoryFiles } from "./directory-files.ts";
import { asWriteError } from "./write-error.ts";

/** The folders of a build that is going on. */
export interface BuildFolders {
  /** Becomes the bundle. */
  readonly folder: string;
  /** Goes when the build ends. */
  readonly scratch: string;
  /** Where sessions' parts are kept for the next build, should this one not end. */
  readonly parts: string;
}

/**
 * Makes a folder as a whole: `fill` writes into a temporary sibling, which takes the final name only when everything is
 * there. An error leaves an older bundle untouched and nothing behind, except, where that is asked for, the parts.
 * Several builds may run at once: the first to end has the name.
 *
 * @param overwrite whether an older bundle of that name may be replaced; nothing else ever is.
 * @param keepParts whether parts outlive a build that does not end.
 * @throws BraidynError `BUNDLE_EXISTS`, `BUNDLE_WRITE`.
 */
export async function makeFolder<T>(
  path: string,
  { overwrite, keepParts }: { readonly overwrite: boolean; readonly keepParts: boolean },
  fill: (folders: BuildFolders) => Promise<T>,
): Promise<T> {
  const target = resolve(path);
  await refuseExisting(target, overwrite);
  try {
    return await makeBeside(target, { overwrite, keepParts }, fill);
  } catch (error) {
    throw asWriteError(error, target) ?? error;
  }
}

async function makeBeside<T>(
  target: string,
  { overwrite, keepParts }: { overwrite: boolean; keepParts: boolean },
  fill: (folders: BuildFolders) => Promise<T>,
): Promise<T> {
  await mkdir(dirname(target), { recursive: true });
  await removeAbandoned(target);
  // readable to its owner alone, as the test truth passes through it
  const holder = await mkdtemp(join(dirname(target), `${holderPrefix(target)}${process.pid}-`));
  const [folder, scratch] = [join(holder, "bundle"), join(holder, "scratch")];
  const parts = keepParts ? partsFolder(target) : scratch;
  try {
    await mkdir(folder);
    await mkdir(scratch);
    await mkdir(parts, { recursive: true, mode: 0o700 });
    const result = await fill({ folder, scratch, parts });
    await place(folder, target, { overwrite, older: join(holder, "older") });
    if (keepParts) await rm(parts, { recursive: true, force: true });
    return result;
  } finally {
    await rm(holder, { recursive: true, force: true });
    // an empty one says nothing
    if (keepParts) await rmdir(parts).catch(() => {});
  }
}

/** Where a build that did not end keeps what it had: beside the bundle. */
export function partsFolder(path: string): string {
  const target = resolve(path);
  return join(dirname(target), `.${basename(target)}.parts`);
}

/** The machine is part of the name, because process numbers mean nothing on another one. */
function holderPrefix(target: string): string {
  const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
  return `.${basename(target)}-${machine}-`;
}

/** Removes what builds of this name left behind whose process was killed. */
async function removeAbandoned(target: string): Promise<void> {
  const prefix = holderPrefix(target);
  for (const name of await readdir(dirname(target))) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\w{6}$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) {
      await rm(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
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

/** Another build may come in between at any point; whoever has the name first keeps it, unless it may be replaced. */
const attempts = 20;

async function place(
  folder: string,
  target: string,
  { overwrite, older }: { overwrite: boolean; older: string },
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    await rmdir(target).catch(() => {}); // only an empty folder goes
    try {
      return await rename(folder, target);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!["ENOTEMPTY", "EEXIST", "EPERM", "ENOTDIR"].includes(code)) throw error;
      await refuseExisting(target, overwrite);
      if (code === "EPERM" && (await stat(target).catch(() => null)) === null) throw error;
      await rename(target, `${older}-${attempt}`).catch(() => {});
    }
  }
  throw new BraidynError("BUNDLE_EXISTS", { path: target });
}
