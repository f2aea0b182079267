import { BraidynError } from "@braidyn/core";
import type { BigIntStats } from "node:fs";
import { constants, lstat, open, type FileHandle } from "node:fs/promises";

/** A regular file that is open for reading, and what it was when it was opened. */
export interface OpenedFile {
  readonly path: string;
  readonly file: FileHandle;
  readonly size: number;
  /** @throws BraidynError `SUBMISSION_CHANGED` unless it is still the same. */
  checkUnchanged(): Promise<void>;
}

/**
 * Opens a submission: a regular file under one name, and nothing else. What it is, is asked of the open file itself, so
 * that no one can put a link or a pipe in its place between the question and the opening; asking before keeps devices
 * from being opened at all.
 *
 * @throws BraidynError `SUBMISSION_FILE`, `SUBMISSION_SYMLINK`, `SUBMISSION_HARD_LINK`, `SUBMISSION_DIRECTORY`,
 * `SUBMISSION_FIFO`, `SUBMISSION_DEVICE`, `SUBMISSION_CHANGED`, `SUBMISSION_TOO_LARGE`.
 */
export async function openSubmission(place: string, maxBytes: number, path = place): Promise<OpenedFile> {
  const seen = await lstat(place, { bigint: true }).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  refuseUnlessRegular(path, seen);
  // without O_NONBLOCK, opening a FIFO would wait for a writer for ever; without O_NOFOLLOW, a link would be followed
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await open(place, flags).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === "ELOOP")
      throw new BraidynError("SUBMISSION_SYMLINK", { path });
    throw unreadable(path, cause);
  });
  try {
    const opened = await file.stat({ bigint: true });
    refuseUnlessRegular(path, opened);
    if (opened.dev !== seen.dev || opened.ino !== seen.ino)
      throw new BraidynError("SUBMISSION_CHANGED", { path });
    const size = Number(opened.size);
    if (size > maxBytes) throw new BraidynError("SUBMISSION_TOO_LARGE", { found: size, limit: maxBytes });
    const checkUnchanged = async () => {
      const now = await file.stat({ bigint: true });
      if (now.size !== opened.size || now.mtimeNs !== opened.mtimeNs) {
        throw new BraidynError("SUBMISSION_CHANGED", { path });
      }
    };
    return { path, file, size, checkUnchanged };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function refuseUnlessRegular(path: string, stats: BigIntStats): void {
  if (stats.isSymbolicLink()) throw new BraidynError("SUBMISSION_SYMLINK", { path });
  if (stats.isDirectory()) throw new BraidynError("SUBMISSION_DIRECTORY", { path });
  if (stats.isFIFO()) throw new BraidynError("SUBMISSION_FIFO", { path });
  if (!stats.isFile()) throw new BraidynError("SUBMISSION_DEVICE", { path });
  // another name of the file may be someone else's, and whoever has it can change what was scored
  if (stats.nlink > 1n) throw new BraidynError("SUBMISSION_HARD_LINK", { path, links: Number(stats.nlink) });
}

function unreadable(path: string, cause: unknown): BraidynError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new BraidynError("SUBMISSION_FILE", { path, reason }, { cause });
}
