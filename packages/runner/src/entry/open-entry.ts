import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import { BraidynError } from "@braidyn/core";
import { openSubmission, submissionDigest } from "@braidyn/harness/build";
import { readArchive } from "../archive/read-archive.ts";
import { shownName } from "./entry-names.ts";
import type { Entry, EntryFiles, EntryLimits, EntrySource } from "./entry.ts";
import { digestOf, filesDigest } from "./entry-digest.ts";
import { readFirst, readOpened } from "./read-opened.ts";
import { readFolder } from "./read-folder.ts";
import { parseSubmission } from "./submission-yaml.ts";

/** A model is read whole, and so has a limit of its own. */
export const maxModelBytes = 64 * 2 ** 20;

/**
 * Reads what a team submits: `predictions.csv` or `.parquet`, `model.onnx`, a folder with `submission.yaml`, or a
 * `.zip` of such a folder. Nothing is written and nothing is run.
 *
 * @throws BraidynError `ENTRY_*`, `ARCHIVE_*`, and `SUBMISSION_*` for a file that cannot be read.
 */
export async function openEntry(source: EntrySource, limits: EntryLimits): Promise<Entry> {
  if ("bytes" in source) return entryOfFile(source, source.name, source.bytes.subarray(0, 4), limits);
  const stats = await lstat(source.path).catch(() => null);
  if (stats?.isDirectory() === true) {
    return entryOfFiles(await readFolder(source.path, limits), basename(source.path));
  }
  const start = await readFirst(await openSubmission(source.path, Infinity), 4);
  return entryOfFile(source, basename(source.path), start, limits);
}

/** SHA-256 of an entry, as reports and receipts have it. @throws BraidynError `SUBMISSION_*` for unreadable predictions. */
export async function entryDigest(entry: Entry): Promise<string> {
  if (entry.kind !== "predictions") return entry.digest;
  const { source } = entry;
  return "path" in source ? submissionDigest(source.path) : digestOf(source.bytes);
}

async function entryOfFile(
  source: EntrySource,
  name: string,
  start: Uint8Array,
  limits: EntryLimits,
): Promise<Entry> {
  if (isZip(start) && !/\.(xlsx|npz)$/i.test(name)) {
    return entryOfFiles(
      readArchive(await readSource(source, limits.max_bytes, "ENTRY_TOO_LARGE"), limits),
      name,
    );
  }
  if (/\.onnx$/i.test(name)) return modelEntry(await readSource(source, maxModelBytes, "ONNX_SIZE"));
  return { kind: "predictions", source };
}

function entryOfFiles(files: EntryFiles, name: string): Entry {
  const yaml = files.get("submission.yaml");
  if (yaml !== undefined) {
    const submission = parseSubmission(yaml, files.keys());
    return { kind: "code", digest: filesDigest(files), files, submission };
  }
  const model = files.get("model.onnx");
  if (model !== undefined) return modelEntry(model);
  for (const predictions of ["predictions.csv", "predictions.parquet"]) {
    const bytes = files.get(predictions);
    if (bytes !== undefined) return { kind: "predictions", source: { name: predictions, bytes } };
  }
  const found = [...files.keys()].slice(0, 5).map(shownName).join(", ") || "-";
  throw new BraidynError("ENTRY_KIND", { name: shownName(name), found });
}

function modelEntry(model: Uint8Array): Entry {
  return { kind: "model", digest: digestOf(model), model };
}

function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

/** A whole file, at most `maxBytes`. @throws BraidynError `ENTRY_TOO_LARGE`, `ONNX_SIZE` for a model, `SUBMISSION_*`. */
async function readSource(
  source: EntrySource,
  maxBytes: number,
  code: "ENTRY_TOO_LARGE" | "ONNX_SIZE",
): Promise<Uint8Array> {
  const tooLarge = (found: number) => new BraidynError(code, { found, limit: maxBytes });
  if ("bytes" in source) {
    if (source.bytes.length <= maxBytes) return source.bytes;
    throw tooLarge(source.bytes.length);
  }
  const opened = await openSubmission(source.path, Infinity);
  if (opened.size <= maxBytes) return readOpened(opened);
  await opened.file.close();
  throw tooLarge(opened.size);
}
