import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { commandTexts } from "@braidyn/core";
import type { Bundle, Report } from "@braidyn/harness";
import { writeWhole } from "../atomic-file.ts";
import type { Context } from "../context.ts";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

export interface ReceiptRequest {
  readonly receipt: string;
  readonly key?: string | undefined;
  readonly previous?: string | undefined;
  readonly force: boolean;
}

/** Signs a report's receipt and writes it. @returns what to tell of it: where it is and the public key, never the other. */
export async function writeReceipt(
  report: Report,
  bundle: Bundle,
  { receipt: path, key, previous, force }: ReceiptRequest,
  shell: Shell,
): Promise<string> {
  const { createReceipt, receiptFile } = await import("@braidyn/harness");
  const { openKeyFile } = await import("@braidyn/harness/build");
  const before = previous === undefined ? undefined : await readFile(locate(shell.context, previous));
  const keyPath = key === undefined ? defaultKeyPath(shell.context) : locate(shell.context, key);
  const { signer, created } = await openKeyFile(keyPath);
  const { privateDigest } = bundle;
  const receipt = await createReceipt({ report, privateDigest, signer, previous: before });
  await writeWhole(path, [receiptFile(receipt)], { force, shell });
  const { number } = receipt;
  const written = shell.text(commandTexts.receiptWritten, { path, number, key: receipt.key });
  return created ? `${written}\n${shell.text(commandTexts.keyCreated, { path: keyPath })}` : written;
}

/** Where a user's own settings belong. Source: XDG Base Directory Specification. */
function defaultKeyPath({ env }: Pick<Context, "env">): string {
  const settings = env["XDG_CONFIG_HOME"] || env["APPDATA"] || join(env["HOME"] || homedir(), ".config");
  return join(settings, "braidyn", "receipt-key.pem");
}
