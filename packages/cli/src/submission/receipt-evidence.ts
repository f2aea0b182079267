import { readFile } from "node:fs/promises";
import { isBraidynError } from "@braidyn/core";
import type { Receipt, ReceiptEvidence } from "@braidyn/harness";
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
  const { directoryFiles, submissionDigest } = await import("@braidyn/harness/build");
  const predictions = submission === undefined ? undefined : locate(context, submission);
  const bundle = folder === undefined ? undefined : locate(context, folder);
  return {
    report: report === undefined ? undefined : await readFile(locate(context, report)),
    submission: predictions === undefined ? undefined : await submissionDigest(predictions),
    bundle: bundle === undefined ? undefined : directoryFiles(bundle),
    scoreAgain:
      predictions !== undefined && bundle !== undefined && (await hasTruth(bundle, receipt))
        ? () => scoreAgain(predictions, bundle, receipt)
        : undefined,
  };
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
