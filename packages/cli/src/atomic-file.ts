import { createWriteStream } from "node:fs";
import { lstat, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BraidynError } from "@braidyn/core";
import { locate } from "./locate.ts";
import type { Shell } from "./shell.ts";

/**
 * Checks before long work that its result may be written there.
 *
 * @throws BraidynError `COMMAND_FILE_EXISTS` for a file unless `force` is given, and for anything else always.
 */
export async function refuseExisting(path: string, force: boolean, { context }: Shell): Promise<void> {
  const found = await lstat(locate(context, path)).catch(() => null);
  if (found === null || (force && found.isFile())) return;
  if (found.isFile()) throw new BraidynError("COMMAND_FILE_EXISTS", { path });
  throw new BraidynError("COMMAND_NOT_FILE", { path });
}

/**
 * Writes a file as a whole: into a temporary one beside it, which takes its name once everything is there.
 *
 * @throws BraidynError `COMMAND_SYSTEM` when it cannot be written; nothing is left behind then.
 */
export async function writeWhole(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  { force, shell }: { force: boolean; shell: Shell },
): Promise<void> {
  await refuseExisting(path, force, shell);
  const target = locate(shell.context, path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const forget = shell.context.interruption.temporary(temporary);
  try {
    await pipeline(
      Readable.from(chunks, { objectMode: true }),
      createWriteStream(temporary, { flags: "wx" }),
    );
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new BraidynError("COMMAND_SYSTEM", { path, reason: message }, { cause });
  } finally {
    forget();
  }
}
