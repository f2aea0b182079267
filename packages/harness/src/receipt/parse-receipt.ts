import { BraidynError } from "@braidyn/core";
import { receiptFile, receiptSchema, type Receipt } from "./receipt.ts";

/** A receipt has about a thousand bytes. */
const maxBytes = 65_536;

/**
 * Reads a receipt's file. There is one way to write a receipt, to the byte: spaces, another order of keys or another
 * spelling of a number are faults.
 *
 * @throws BraidynError `RECEIPT_FORM`.
 */
export function parseReceipt(file: Uint8Array): Receipt {
  if (file.length > maxBytes) throw new BraidynError("RECEIPT_FORM", { reason: `${file.length} bytes` });
  const receipt = receiptSchema.safeParse(json(file));
  if (!receipt.success) {
    const issue = receipt.error.issues[0];
    throw new BraidynError("RECEIPT_FORM", {
      reason: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
    });
  }
  const expected = receiptFile(receipt.data);
  const odd = file.findIndex((byte, i) => byte !== expected[i]);
  if (odd === -1 && file.length === expected.length) return receipt.data;
  throw new BraidynError("RECEIPT_FORM", { reason: `byte ${odd === -1 ? file.length : odd + 1}` });
}

function json(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("RECEIPT_FORM", { reason }, { cause });
  }
}
