import { BraidynError } from "@braidyn/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { commitmentOf } from "../commitment.ts";
import { parsePrivateManifest } from "../manifest.ts";
import { openBundleFiles } from "../open.ts";
import { directoryFiles } from "./directory-files.ts";
import { hashFile } from "./hash-file.ts";

/** What was checked. */
export interface VerifiedBundle {
  readonly challenge: string;
  /** Of the private half, computed from what is there. */
  readonly commitment: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Holds every file of both halves of a bundle to its hash, and the private half to the commitment that was published.
 *
 * @param published 64 hexadecimal digits; without them only the files are checked.
 * @throws BraidynError `BUNDLE_NO_TRUTH` (no private half), `BUNDLE_CORRUPT`, `BUNDLE_MISSING_FILE`, `BUNDLE_MISMATCH`,
 * `BUNDLE_COMMITMENT`.
 */
export async function verifyBundle(folder: string, published?: string): Promise<VerifiedBundle> {
  const { manifest, hasTestTruth, definition } = await openBundleFiles(directoryFiles(folder));
  if (!hasTestTruth) throw new BraidynError("BUNDLE_NO_TRUTH", { path: folder });
  const hidden = parsePrivateManifest(
    await readFile(join(folder, "private", "manifest.json")),
    "private/manifest.json",
  );
  const listed = [
    ...manifest.files.map((file) => ({ ...file, path: `public/${file.path}` })),
    ...hidden.files.map((file) => ({ ...file, path: `private/${file.path}` })),
  ];
  let bytes = 0;
  for (const { path, sha256 } of listed) {
    const found = await hashFile(join(folder, path)).catch(() => null);
    if (found === null) throw new BraidynError("BUNDLE_MISSING_FILE", { file: path });
    if (found.sha256 !== sha256) {
      const [short, expected] = [found.sha256.slice(0, 12), sha256.slice(0, 12)];
      throw new BraidynError("BUNDLE_CORRUPT", { file: path, found: short, expected });
    }
    bytes += found.bytes;
  }
  const commitment = await commitmentOf(hidden);
  if (published !== undefined && published.toLowerCase() !== commitment) {
    const [found, expected] = [commitment.slice(0, 16), published.slice(0, 16)];
    throw new BraidynError("BUNDLE_COMMITMENT", { found, expected });
  }
  return { challenge: definition.id, commitment, files: listed.length, bytes };
}
