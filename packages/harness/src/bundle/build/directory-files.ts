import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BundleFiles, HashedBytes } from "../files.ts";

/** A bundle's folder on this machine. */
export function directoryFiles(folder: string): BundleFiles {
  return { name: folder, read: (path) => readHashed(join(resolve(folder), path)) };
}

/**
 * A file's bytes and SHA-256, in one pass; null when there is none. Read in pieces, because one call stops at 2 GiB.
 *
 * @throws BraidynError `BUNDLE_CONTENTS` for anything but a regular file.
 */
export async function readHashed(path: string): Promise<HashedBytes | null> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (file === null) return null;
  try {
    return await readOpen(file, path);
  } finally {
    await file.close();
  }
}

const pieceBytes = 64 * 1024 * 1024;

async function readOpen(file: FileHandle, path: string): Promise<HashedBytes> {
  const stats = await file.stat();
  if (!stats.isFile()) throw new BraidynError("BUNDLE_CONTENTS", { file: path, reason: "not a file" });
  const bytes = new Uint8Array(stats.size);
  const hash = createHash("sha256");
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, Math.min(pieceBytes, bytes.length - done), done);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(done, done + bytesRead));
    done += bytesRead;
  }
  return { bytes: bytes.subarray(0, done), sha256: hash.digest("hex") };
}
