import { lstat, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { SubmissionKind } from "@braidyn/leaderboard/api";
import type { Entry, EntryFiles } from "@braidyn/runner";

/** A submission as it is sent. */
export interface PackedEntry {
  readonly kind: SubmissionKind;
  /** Of one file. */
  readonly path: string;
}

/**
 * Finds out what a submission is, checks all of it that needs neither its bundle nor a run, and gives `use` the one file to
 * send: of a folder with code a zip, the same bytes every time.
 *
 * @throws BraidynError `ENTRY_*`, `ARCHIVE_*`, `ONNX_*`, `SUBMISSION_*`.
 */
export async function withPackedEntry<T>(path: string, use: (entry: PackedEntry) => Promise<T>): Promise<T> {
  const { checkEntry, defaultLimits, openEntry } = await import("@braidyn/runner");
  const entry = await openEntry({ path }, defaultLimits);
  if (entry.kind !== "predictions") await checkEntry(entry);
  const made = await fileToSend(entry, path);
  if (made === null) return use({ kind: entry.kind, path });
  const folder = await mkdtemp(join(tmpdir(), "braidyn-entry-"));
  try {
    const file = join(folder, made.name);
    await writeFile(file, made.bytes, { mode: 0o600 });
    return await use({ kind: entry.kind, path: file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What has to be written to be sent; null for what is one file already. */
async function fileToSend(entry: Entry, path: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const isFolder = (await lstat(path)).isDirectory();
  switch (entry.kind) {
    case "predictions":
      return "path" in entry.source ? null : entry.source;
    case "model":
      return isFolder || path.endsWith(".zip") ? { name: "model.onnx", bytes: entry.model } : null;
    case "code":
      return isFolder ? { name: `${basename(path)}.zip`, bytes: await zip(entry.files) } : null;
  }
}

/** Without times, so that the same files are the same submission. */
async function zip(files: EntryFiles): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  return zipSync(Object.fromEntries(files), { mtime: "1980-01-01T00:00:00", level: 6 });
}
