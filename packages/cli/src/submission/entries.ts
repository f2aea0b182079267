import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

/** A predictions file and what it is called on a board. */
export interface EntryFile {
  readonly name: string;
  readonly path: string;
}

/**
 * Entries as `name=file`, as files called by their names, and as folders of such files.
 *
 * @throws BraidynError `COMMAND_ENTRY` for two of one name, `COMMAND_NOT_FOUND`, `COMMAND_NO_PREDICTIONS`.
 */
export async function findEntries(given: readonly string[], shell: Shell): Promise<EntryFile[]> {
  const found: EntryFile[] = [];
  for (const entry of given) {
    const named = /^([^=/\\]+)=(.+)$/.exec(entry);
    if (named !== null)
      found.push({ name: named[1] as string, path: locate(shell.context, named[2] as string) });
    else found.push(...(await entriesAt(entry, locate(shell.context, entry))));
  }
  const names = found.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new BraidynError("COMMAND_ENTRY", { name: twice });
  return found;
}

async function entriesAt(given: string, path: string): Promise<EntryFile[]> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw new BraidynError("COMMAND_NOT_FOUND", { path: given });
  if (!stats.isDirectory()) return [{ name: stem(path), path }];
  const files = (await readdir(path)).filter((name) => /\.(csv|parquet)$/i.test(name)).sort();
  if (files.length === 0) throw new BraidynError("COMMAND_NO_PREDICTIONS", { path: given });
  return files.map((file) => ({ name: stem(file), path: join(path, file) }));
}

function stem(path: string): string {
  return basename(path, extname(path));
}
