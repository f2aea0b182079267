import { BraidynError } from "@braidyn/core";
import type { BundleFiles } from "../bundle/files.ts";
import { parsePrivateManifest, parsePublicManifest } from "../bundle/manifest.ts";
import type { ReceiptContents } from "./receipt.ts";

/**
 * Reads every file of a bundle and holds it against the receipt: manifests by the receipt's digests, all others by their
 * manifest's.
 *
 * @returns whether the private half was there to be checked.
 * @throws BraidynError `RECEIPT_BUNDLE` with the file that differs, `BUNDLE_NOT_FOUND`, `BUNDLE_MANIFEST`.
 */
export async function checkBundle(files: BundleFiles, { bundle }: ReceiptContents): Promise<boolean> {
  const found = await files.read("public/manifest.json");
  if (found === null) throw new BraidynError("BUNDLE_NOT_FOUND", { path: files.name });
  refuseOther("public/manifest.json", found.sha256, bundle.public);
  await checkFiles(files, "public", parsePublicManifest(found.bytes, "public/manifest.json").files);
  const hidden = await files.read("private/manifest.json");
  if (hidden === null || bundle.private === null) return false;
  refuseOther("private/manifest.json", hidden.sha256, bundle.private);
  await checkFiles(files, "private", parsePrivateManifest(hidden.bytes, "private/manifest.json").files);
  return true;
}

async function checkFiles(
  files: BundleFiles,
  half: "public" | "private",
  listed: readonly { readonly path: string; readonly sha256: string }[],
): Promise<void> {
  for (const { path, sha256 } of listed) {
    const found = await files.read(`${half}/${path}`);
    refuseOther(`${half}/${path}`, found?.sha256 ?? "-", sha256);
  }
}

function refuseOther(file: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new BraidynError("RECEIPT_BUNDLE", {
    file,
    found: found.slice(0, 12),
    expected: expected.slice(0, 12),
  });
}
