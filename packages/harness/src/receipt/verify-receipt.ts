import { BraidynError, isBraidynError } from "@braidyn/core";
import type { BundleFiles } from "../bundle/files.ts";
import { fromHex, sha256 } from "../bundle/sha256.ts";
import { harnessVersion } from "../version.ts";
import { checkBundle } from "./check-bundle.ts";
import { parseReceipt } from "./parse-receipt.ts";
import { signedBytes, type Receipt } from "./receipt.ts";
import { scorerDigest } from "./scorer-digest.ts";
import { isSignature } from "./signer.ts";

/** What a receipt can be held against; what is left out is not checked. */
export interface ReceiptEvidence {
  /** The public key that should have signed, 64 hexadecimal digits. */
  readonly key?: string | undefined;
  /** The file of the receipt before. */
  readonly previous?: Uint8Array | undefined;
  /** SHA-256 of the predictions file. */
  readonly submission?: string | undefined;
  readonly bundle?: BundleFiles | undefined;
  /** The report's file, as `braidyn score -o` wrote it. */
  readonly report?: Uint8Array | undefined;
  /** Scores again, and gives the digest of the report. */
  readonly scoreAgain?: (() => Promise<string>) | undefined;
}

export const receiptChecks = [
  "form",
  "signature",
  "key",
  "chain",
  "submission",
  "bundle",
  "report",
  "scorer",
  "score",
] as const;
export type ReceiptCheckName = (typeof receiptChecks)[number];

/** One thing that was looked at. */
export interface ReceiptCheck {
  readonly check: ReceiptCheckName;
  /** `unchecked`: there was nothing to hold it against. */
  readonly result: "right" | "wrong" | "unchecked";
  readonly problem: BraidynError | null;
}

/** What verification found; `receipt` is null where the file is none. */
export interface VerifiedReceipt {
  readonly valid: boolean;
  readonly receipt: Receipt | null;
  readonly checks: readonly ReceiptCheck[];
}

/**
 * Verifies a receipt offline: its form and signature always, and whatever evidence is given. Wrong is what differs;
 * nothing is thrown for it.
 */
export async function verifyReceipt(
  file: Uint8Array,
  evidence: ReceiptEvidence = {},
): Promise<VerifiedReceipt> {
  const form = await run("form", async () => void parseReceipt(file));
  if (form.problem !== null) return { valid: false, receipt: null, checks: [form] };
  const receipt = parseReceipt(file);
  const { signature, ...contents } = receipt;
  const checks = [
    form,
    await run("signature", async () => {
      const [key, bytes] = [fromHex(receipt.key)!, signedBytes(contents)];
      if (!(await isSignature(key, fromHex(signature)!, bytes)))
        throw new BraidynError("RECEIPT_SIGNATURE", {});
    }),
    await given("key", evidence.key, async (key) => {
      if (key !== receipt.key) throw new BraidynError("RECEIPT_SIGNER", pair(receipt.key, key));
    }),
    await chain(receipt, evidence.previous),
    await given("submission", evidence.submission, async (digest) => {
      if (digest !== receipt.submission)
        throw new BraidynError("RECEIPT_SUBMISSION", pair(digest, receipt.submission));
    }),
    await bundleCheck(receipt, evidence.bundle),
    await given("report", evidence.report, async (report) => {
      const digest = await sha256(withoutLineEnd(report));
      if (digest !== receipt.report) throw new BraidynError("RECEIPT_REPORT", pair(digest, receipt.report));
    }),
    await scorerCheck(receipt),
    await given("score", evidence.scoreAgain, async (scoreAgain) => {
      const digest = await scoreAgain();
      if (digest !== receipt.report) throw new BraidynError("RECEIPT_SCORE", pair(digest, receipt.report));
    }),
  ];
  return { valid: checks.every(({ result }) => result !== "wrong"), receipt, checks };
}

/** A first receipt has no other before it; another says which, and is checked where that is given. */
async function chain({ previous, number }: Receipt, before: Uint8Array | undefined): Promise<ReceiptCheck> {
  if (before === undefined && previous !== null)
    return { check: "chain", result: "unchecked", problem: null };
  return run("chain", async () => {
    const found = before === undefined ? null : await sha256(before);
    const follows = before === undefined ? 1 : parseReceipt(before).number + 1;
    if (found !== previous || number !== follows) {
      throw new BraidynError("RECEIPT_CHAIN", pair(found ?? "-", previous ?? "-"));
    }
  });
}

async function bundleCheck(receipt: Receipt, bundle: BundleFiles | undefined): Promise<ReceiptCheck> {
  return given("bundle", bundle, async (files) => void (await checkBundle(files, receipt)));
}

/** Only the same version must compute the same. */
async function scorerCheck({ scorer }: Receipt): Promise<ReceiptCheck> {
  return given(
    "scorer",
    scorer.version === harnessVersion ? scorer : undefined,
    async ({ version, digest }) => {
      const own = await scorerDigest();
      if (own !== digest) throw new BraidynError("RECEIPT_SCORER", { version, ...pair(own, digest) });
    },
  );
}

function given<T>(
  check: ReceiptCheckName,
  evidence: T | undefined,
  look: (evidence: T) => Promise<void>,
): Promise<ReceiptCheck> {
  if (evidence === undefined) return Promise.resolve({ check, result: "unchecked", problem: null });
  return run(check, () => look(evidence));
}

async function run(check: ReceiptCheckName, look: () => Promise<void>): Promise<ReceiptCheck> {
  try {
    await look();
    return { check, result: "right", problem: null };
  } catch (problem) {
    if (!isBraidynError(problem)) throw problem;
    return { check, result: "wrong", problem };
  }
}

function pair(found: string, expected: string) {
  return { found: found.slice(0, 12), expected: expected.slice(0, 12) };
}

/** The command's `--json` ends with a line end, its `-o` file does not. */
function withoutLineEnd(report: Uint8Array): Uint8Array {
  return report.at(-1) === 0x0a ? report.subarray(0, -1) : report;
}
