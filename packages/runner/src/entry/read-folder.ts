import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { openSubmission } from "@braidyn/harness/build";
import { badName, checkName, isIgnored, nameKey, shownName } from "./entry-names.ts";
import type { EntryFiles, EntryLimits } from "./entry.ts";
import { readOpened } from "./read-opened.ts";

/**
 * Reads an entry's folder into memory, once: what is checked is what runs. Hidden files and caches are passed over;
 * links, pipes, devices and files that have another name elsewhere are refused.
 *
 * @throws BraidynError `ENTRY_NAME`, `ENTRY_LINK`, `ENTRY_FILES`, `ENTRY_TOO_LARGE`, `SUBMISSION_*` for a file that
 * cannot be read.
 */
export async function readFolder(folder: string, limits: EntryLimits): Promise<EntryFiles> {
  const paths = await listFiles(folder, limits.max_files);
  const files = new Map<string, Uint8Array>();
  let left = limits.max_bytes;
  for (const path of paths) {
    const bytes = await readOne(join(folder, path), path, left, limits.max_bytes);
    left -= bytes.length;
    files.set(path, bytes);
  }
  return files;
}

/** Sorted by code unit, as digests need it. Stops at the first file too many: a folder can hold millions. */
async function listFiles(root: string, most: number): Promise<string[]> {
  const found: string[] = [];
  const keys = new Set<string>();
  let seen = 0;
  const visit = async (folder: string): Promise<void> => {
    for await (const { name } of await opendir(join(root, folder))) {
      if (++seen > most * 10 + 1000) throw new BraidynError("ENTRY_FILES", { limit: most });
      const path = folder === "" ? name : `${folder}/${name}`;
      if (isIgnored(name)) continue;
      checkName(path);
      if (keys.has(nameKey(path))) throw badName(path, "Aa");
      keys.add(nameKey(path));
      const stats = await lstat(join(root, path));
      if (stats.isDirectory()) await visit(path);
      else if (!stats.isFile())
        throw new BraidynError("ENTRY_LINK", { name: shownName(path), found: kindOf(stats) });
      else if (found.push(path) > most) throw new BraidynError("ENTRY_FILES", { limit: most });
    }
  };
  await visit("");
  return found.sort();
}

function kindOf(stats: { isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  if (stats.isSymbolicLink()) return "symlink";
  if (stats.isFIFO()) return "FIFO";
  return stats.isSocket() ? "socket" : "device";
}

async function readOne(place: string, path: string, left: number, limit: number): Promise<Uint8Array> {
  const opened = await openSubmission(place, Infinity, path);
  if (opened.size <= left) return readOpened(opened);
  await opened.file.close();
  throw new BraidynError("ENTRY_TOO_LARGE", { found: limit - left + opened.size, limit });
}
