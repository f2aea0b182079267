import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { locate } from "./locate.ts";
import type { Shell } from "./shell.ts";

/**
 * Session files among what was named: files as they are, and every `.nwb` file in folders and those within, sorted.
 *
 * @throws BraidynError `COMMAND_DANDI`, `COMMAND_NOT_FOUND`, `COMMAND_NO_SESSIONS`.
 */
export async function findSessionFiles(sources: readonly string[], shell: Shell): Promise<string[]> {
  const found: string[] = [];
  for (const source of sources) {
    refuseRemote(source);
    const path = locate(shell.context, source);
    const stats = await stat(path).catch(() => null);
    if (stats === null) throw new BraidynError("COMMAND_NOT_FOUND", { path: source });
    found.push(...(stats.isDirectory() ? await sessionsIn(path) : [path]));
  }
  if (found.length > 0) return found;
  throw new BraidynError("COMMAND_NO_SESSIONS", { path: sources.join(", ") });
}

/** @throws BraidynError `COMMAND_DANDI` for a source that is not on this machine. */
function refuseRemote(source: string): void {
  if (/^(dandi|https?|s3):/i.test(source)) throw new BraidynError("COMMAND_DANDI", { source });
}

/** Links count as files: DataLad keeps a dandiset's files as links. Hidden folders hold no sessions of one's own. */
async function sessionsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const named = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of named) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await sessionsIn(path)));
    else if (/\.nwb$/i.test(entry.name)) found.push(path);
  }
  return found;
}
