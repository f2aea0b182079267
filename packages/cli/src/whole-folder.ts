import { existsSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Interruption } from "./interruption.ts";

export interface WantedFolder {
  /** Absolute: there is nothing yet, or an empty folder. */
  readonly target: string;
  /** The folder as it was asked for. */
  readonly shown: string;
  readonly interruption: Interruption;
}

/**
 * Makes a folder whole, or not at all: it is filled beside its place, which it takes at the end.
 *
 * @param fill makes the folder that it is given, and may use the other one meanwhile; neither is there yet.
 * @throws BraidynError `COMMAND_FOLDER_EXISTS`, `KIT_NOT_FOLDER`, `COMMAND_SYSTEM`, and what `fill` throws.
 */
export async function makeWholeFolder<T>(
  wanted: WantedFolder,
  fill: (folder: string, scratch: string) => Promise<T>,
): Promise<T> {
  const { target, shown } = wanted;
  await refuseTaken(target, shown);
  try {
    return await fillBeside(wanted, fill);
  } catch (cause) {
    if (isBraidynError(cause) || !(cause instanceof Error) || !("syscall" in cause)) throw cause;
    const { code = "", syscall } = cause as NodeJS.ErrnoException;
    const isFilledMeanwhile = syscall === "rename" && ["ENOTEMPTY", "EEXIST"].includes(code);
    if (isFilledMeanwhile) throw new BraidynError("COMMAND_FOLDER_EXISTS", { path: shown });
    throw new BraidynError("COMMAND_SYSTEM", { path: shown, reason: cause.message }, { cause });
  }
}

/** @throws BraidynError `COMMAND_FOLDER_EXISTS` for a folder that holds something, `KIT_NOT_FOLDER` for anything else. */
export async function refuseTaken(target: string, shown: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) throw new BraidynError("KIT_NOT_FOLDER", { path: shown });
  if ((await readdir(target)).length > 0) throw new BraidynError("COMMAND_FOLDER_EXISTS", { path: shown });
}

async function fillBeside<T>(
  { target, shown, interruption }: WantedFolder,
  fill: (folder: string, scratch: string) => Promise<T>,
): Promise<T> {
  await mkdir(dirname(target), { recursive: true });
  const holder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const forget = interruption.temporary(holder);
  try {
    const folder = join(holder, "whole");
    const result = await fill(folder, join(holder, "scratch"));
    await takePlace(folder, target, shown);
    return result;
  } finally {
    await rm(holder, { recursive: true, force: true });
    forget();
  }
}

/** An empty folder that is there stays the one that it is: a shell may stand in it. */
async function takePlace(folder: string, target: string, shown: string): Promise<void> {
  if (!existsSync(target)) return rename(folder, target);
  await refuseTaken(target, shown);
  for (const name of await readdir(folder)) await rename(join(folder, name), join(target, name));
}
