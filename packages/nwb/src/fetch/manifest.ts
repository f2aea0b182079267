import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BraidynError } from "@braidyn/core";
import type { Provenance } from "./origin.ts";
import { canonicalSelection, type Stream } from "./streams.ts";

/** What was taken of a session: the whole file, or some streams of it. */
export type Taken =
  | { readonly whole: true }
  | { readonly whole: false; readonly streams: readonly Stream[]; readonly masks: boolean };

/** One fetched file. */
export interface FetchedFile {
  readonly source: Provenance;
  readonly taken: Taken;
  /** Streams that were wanted and that the session does not have. */
  readonly lacking: readonly Stream[];
  readonly bytes: number;
  readonly sha256: string;
}

/** What a folder holds, by paths in it. Tells nothing of when or how it came: the same content has the same manifest. */
export type FetchManifest = ReadonlyMap<string, FetchedFile>;

export const manifestName = "braidyn-fetch.json";
const format = "braidyn-fetch/1";

/** @throws BraidynError `FETCH_MANIFEST` for a file that is something else. */
export async function readManifest(folder: string): Promise<FetchManifest> {
  const path = join(folder, manifestName);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (text === null) return new Map();
  try {
    const parsed = JSON.parse(text) as { format?: unknown; sessions?: unknown };
    if (parsed?.format !== format) throw new TypeError(`format is not ${format}`);
    const entries = Object.entries(parsed.sessions as object).map(([name, file]): [string, FetchedFile] => {
      if (!isFetchedFile(file)) throw new TypeError(`the entry of ${name}`);
      return [name, file];
    });
    return new Map(entries);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("FETCH_MANIFEST", { path, reason }, { cause });
  }
}

function isFetchedFile(value: unknown): value is FetchedFile {
  const { source, taken, lacking, bytes, sha256 } = (value ?? {}) as Partial<Record<string, unknown>>;
  const { whole, streams, masks } = (taken ?? {}) as Partial<Record<string, unknown>>;
  const isReduced = whole === false && areTexts(streams) && typeof masks === "boolean";
  return (
    typeof source === "object" &&
    source !== null &&
    (whole === true || isReduced) &&
    areTexts(lacking) &&
    typeof bytes === "number" &&
    typeof sha256 === "string"
  );
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** Writes the manifest as a whole, in the order of the paths. */
export async function writeManifest(folder: string, state: string, manifest: FetchManifest): Promise<void> {
  const sessions = Object.fromEntries([...manifest].sort(([a], [b]) => (a < b ? -1 : 1)));
  const part = join(state, `${manifestName}.part`);
  await writeFile(part, `${JSON.stringify({ format, sessions }, null, 2)}\n`);
  await rename(part, join(folder, manifestName));
}

/** Whether what was taken holds all that is wanted. */
export function covers(taken: Taken, wanted: Taken): boolean {
  if (taken.whole) return true;
  if (wanted.whole) return false;
  return JSON.stringify(taken) === JSON.stringify(union(taken, wanted));
}

/** Both, so that a second fetch into a folder takes nothing away from the first. */
export function union(a: Taken, b: Taken): Taken {
  if (a.whole || b.whole) return { whole: true };
  const { streams, masks } = canonicalSelection({
    streams: [...a.streams, ...b.streams],
    masks: a.masks || b.masks,
  });
  return { whole: false, streams, masks };
}
