import { canonicalJson } from "../bundle/canonical-json.ts";
import { sha256 } from "../bundle/sha256.ts";
import type { Report } from "../score/report.ts";
import { harnessVersion } from "../version.ts";
import { parseReceipt } from "./parse-receipt.ts";
import { receiptFormat, signedBytes, type Receipt, type ReceiptContents } from "./receipt.ts";
import { scorerDigest } from "./scorer-digest.ts";
import type { Signer } from "./signer.ts";

export interface ReceiptOptions {
  readonly report: Report;
  /** SHA-256 of the bundle's private manifest; null where the report was scored without it. */
  readonly privateDigest: string | null;
  readonly signer: Signer;
  /** The file of the receipt that this one follows. */
  readonly previous?: Uint8Array | undefined;
}

/**
 * Signs what a report came from. The same report, key and previous receipt give the same receipt: there is no time in it,
 * the chain tells what came first.
 *
 * @throws BraidynError `RECEIPT_FORM` when `previous` is no receipt.
 */
export async function createReceipt(options: ReceiptOptions): Promise<Receipt> {
  const { report, privateDigest, signer, previous } = options;
  const before = previous === undefined ? null : parseReceipt(previous);
  const { seed, resamples, level } = report.statistics;
  const [primary] = report.metrics;
  const { metric = "roc_auc", score: value = null, low = null, high = null } = primary ?? {};
  const contents: ReceiptContents = {
    format: receiptFormat,
    challenge: report.challenge,
    board: report.board,
    submission: report.digests.submission,
    bundle: { public: report.digests.bundle, private: privateDigest },
    scorer: { version: harnessVersion, digest: await scorerDigest() },
    statistics: { seed, resamples, level },
    report: await reportDigest(report),
    score: { metric, value, low, high },
    number: (before?.number ?? 0) + 1,
    previous: previous === undefined ? null : await sha256(previous),
    key: signer.publicKey,
  };
  return { ...contents, signature: await signer.sign(signedBytes(contents)) };
}

/** SHA-256 of a report's canonical JSON, as `braidyn score -o` writes it. */
export async function reportDigest(report: Report): Promise<string> {
  return sha256(new TextEncoder().encode(canonicalJson(report)));
}
