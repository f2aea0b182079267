import { readFile } from "node:fs/promises";
import { isBraidynError } from "@braidyn/core";
import type { Receipt, ReceiptEvidence } from "@braidyn/harness";
import type { Entry } from "@braidyn/runner";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { scoreFile } from "./score-file.ts";

export interface GivenEvidence {
  readonly report?: string | undefined;
  readonly submission?: string | undefined;
  readonly bundle?: string | undefined;
}

/** What the options say a receipt is to be held against. */
export async function receiptEvidence(
  { report, submission, bundle: folder }: GivenEvidence,
  receipt: Receipt,
  { context }: Shell,
): Promise<ReceiptEvidence> {
  const { directoryFiles } = await import("@braidyn/harness/build");
  const path = submission === undefined ? undefined : locate(context, submission);
  const entry = path === undefined ? null : await openAny(path);
  // only predictions are scored again: programs are not run by who just checks a receipt
  const predictions = entry?.kind === "predictions" ? path : undefined;
  const bundle = folder === undefined ? undefined : locate(context, folder);
  return {
    report: report === undefined ? undefined : await readFile(locate(context, report)),
    submission: entry === null ? undefined : await digestOf(entry),
    bundle: bundle === undefined ? undefined : directoryFiles(bundle),
    scoreAgain:
      predictions !== undefined && bundle !== undefined && (await hasTruth(bundle, receipt))
        ? () => scoreAgain(predictions, bundle, receipt)
        : undefined,
  };
}

/** An entry of any kind and size: its receipt says what it was. */
async function openAny(path: string): Promise<Entry> {
  const { openEntry } = await import("@braidyn/runner");
  return openEntry({ path }, { max_bytes: 2 ** 31, max_files: 100_000 });
}

async function digestOf(entry: Entry): Promise<string> {
  const { entryDigest } = await import("@braidyn/runner");
  return entryDigest(entry);
}

/** Whoever holds only the public half cannot score the other boards; a bundle that is damaged has its own check. */
async function hasTruth(folder: string, { board }: Receipt): Promise<boolean> {
  const { openBundle } = await import("@braidyn/harness/build");
  try {
    const bundle = await openBundle(folder);
    return board === "validation" || bundle.hasTestTruth;
  } catch (error) {
    if (isBraidynError(error)) return false;
    throw error;
  }
}

async function scoreAgain(predictions: string, folder: string, { board }: Receipt): Promise<string> {
  const { reportDigest } = await import("@braidyn/harness");
  const { openBundle } = await import("@braidyn/harness/build");
  return reportDigest(await scoreFile(predictions, await openBundle(folder), board));
}
