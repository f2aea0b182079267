import { mkdir, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { BraidynError } from "@braidyn/core";

/**
 * Checks that a disk has room.
 *
 * @param folder may be missing: its disk is that of the nearest folder above that is there.
 * @throws BraidynError `FETCH_SPACE`
 */
export async function checkSpace(folder: string, needed: number): Promise<void> {
  const free = await freeBytes(folder);
  if (needed > free) throw new BraidynError("FETCH_SPACE", { folder, free, needed });
}

async function freeBytes(folder: string): Promise<number> {
  for (let at = folder; ; at = dirname(at)) {
    const stats = await statfs(at).catch(() => null);
    if (stats !== null) return stats.bavail * stats.bsize;
    if (dirname(at) === at) return Infinity;
  }
}

/** Makes the folder that files go to. @throws BraidynError `NWB_WRITE_FAILED` */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new BraidynError("NWB_WRITE_FAILED", { path: folder, reason }, { cause });
  }
}
