import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { demoParts } from "./run-demo.ts";

/**
 * Runs work in the demo's folder. When that fails or is interrupted, what it made there goes again.
 *
 * @throws BraidynError as {@link demoFolder}.
 */
export async function inDemoFolder<T>(
  asked: string | undefined,
  shell: Shell,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const { interruption } = shell.context;
  const folder = await demoFolder(asked, shell);
  const made = asked === undefined ? [folder] : Object.values(demoParts).map((part) => join(folder, part));
  const forget = made.map((path) => interruption.temporary(path));
  try {
    return await interruption.attended(() => work(folder));
  } catch (error) {
    await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  } finally {
    for (const forgetOne of forget) forgetOne();
  }
}

/**
 * The demo's folder: the one asked for, made if need be, or a new one among the system's temporary files.
 *
 * @throws BraidynError `COMMAND_FOLDER_EXISTS` for one that holds something.
 */
async function demoFolder(asked: string | undefined, { context }: Shell): Promise<string> {
  if (asked === undefined) return mkdtemp(join(tmpdir(), "braidyn-demo-"));
  const folder = locate(context, asked);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new BraidynError("COMMAND_FOLDER_EXISTS", { path: asked });
  return folder;
}
