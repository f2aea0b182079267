import { BraidynError } from "@braidyn/core";
import type { OpenedFile } from "@braidyn/harness/build";

/** All bytes of an open file as it was when it was opened; one that grows is not followed. Closes it. */
export async function readOpened(opened: OpenedFile): Promise<Uint8Array> {
  try {
    const bytes = await readStart(opened, opened.size);
    await opened.checkUnchanged();
    return bytes;
  } finally {
    await opened.file.close();
  }
}

async function readStart({ file, path }: OpenedFile, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, filled);
    if (bytesRead === 0) throw new BraidynError("SUBMISSION_CHANGED", { path });
    filled += bytesRead;
  }
  return bytes;
}

/** The first bytes of an open file, at most `length`. Closes it. */
export async function readFirst(opened: OpenedFile, length: number): Promise<Uint8Array> {
  try {
    return await readStart(opened, Math.min(length, opened.size));
  } finally {
    await opened.file.close();
  }
}
