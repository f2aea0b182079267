import { z } from "zod";
import { canonicalJson } from "../bundle/canonical-json.ts";
import { metricNames } from "../metric/registry.ts";
import { boards } from "../bundle/truth-table.ts";

export const receiptFormat = "braidyn-receipt/1";

/** SHA-256 in lower-case hexadecimal: one spelling, so that no digit can be changed unnoticed. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What was signed: who was scored, on what, by what, with which result, and what came before. */
export const receiptContents = z.strictObject({
  format: z.literal(receiptFormat),
  challenge: z.string(),
  board: z.enum(boards),
  /** The predictions file. */
  submission: digest,
  /** The manifests of the bundle's halves, and through them every file; `private` is null where it was not there. */
  bundle: z.strictObject({ public: digest, private: digest.nullable() }),
  /** `digest` is of what the scorer computes on fixed numbers, so it is the same wherever the version computes alike. */
  scorer: z.strictObject({ version: z.string(), digest }),
  statistics: z.strictObject({ seed: z.int(), resamples: z.int(), level: z.number() }),
  /** The report's canonical JSON. */
  report: digest,
  score: z.strictObject({
    metric: z.enum(metricNames),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
  /** 1 for the first of a chain. */
  number: z.int().min(1),
  /** SHA-256 of the receipt before, as its file has it; null for the first. */
  previous: digest.nullable(),
  /** The signer's Ed25519 public key, 32 bytes. */
  key: digest,
});

export const receiptSchema = receiptContents.extend({
  /** Ed25519 (RFC 8032) over the canonical JSON of all other fields. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export type ReceiptContents = z.infer<typeof receiptContents>;
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt's file: canonical JSON and a line end, nothing else. */
export function receiptFile(receipt: Receipt): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(receipt)}\n`);
}

/** The bytes that are signed. */
export function signedBytes(contents: ReceiptContents): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(contents));
}
