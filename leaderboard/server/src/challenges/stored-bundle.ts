import { BraidynError } from "@braidyn/core";
import { openBundleFiles, type Bundle, type BundleFiles, type TruthTable } from "@braidyn/harness";
import { createHash } from "node:crypto";
import type { Connection } from "../database/connect.ts";
import type { BlobStore } from "../store/blobs.ts";

/** A bundle's files as they are in the database. */
export function storedFiles(db: Connection, store: BlobStore, bundle: string): BundleFiles {
  return {
    name: `bundle ${bundle.slice(0, 12)}`,
    read: async (path) => {
      const file = await db
        .selectFrom("bundle_files")
        .select("blob")
        .where("bundle", "=", bundle)
        .where("path", "=", path)
        .executeTakeFirst();
      if (file === undefined) return null;
      const hash = createHash("sha256");
      const pieces: Uint8Array[] = [];
      for await (const piece of store.read(db, file.blob)) {
        hash.update(piece);
        pieces.push(piece);
      }
      return { bytes: Buffer.concat(pieces), sha256: hash.digest("hex") };
    },
  };
}

/**
 * Opens a bundle from the database for scoring: with its truth, which is read once and then kept in memory.
 *
 * @throws BraidynError as `openBundleFiles`; `LEADERBOARD_NOT_FOUND`.
 */
export async function openStoredBundle(db: Connection, store: BlobStore, digest: string): Promise<Bundle> {
  const known = await db
    .selectFrom("bundles")
    .select("digest")
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (known === undefined)
    throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: `bundle ${digest.slice(0, 12)}` });
  const bundle = await openBundleFiles(storedFiles(db, store, digest));
  const truth = once((split: "validation" | "test") => bundle.truth(split));
  const rowIds = once((split: Parameters<Bundle["rowIds"]>[0]) => bundle.rowIds(split));
  return { ...bundle, truth: truth as (split: "validation" | "test") => Promise<TruthTable>, rowIds };
}

/** A failure is not kept: the next call tries again. */
function once<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const made = new Map<Key, Promise<Value>>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
      value.catch(() => made.delete(key));
    }
    return value;
  };
}
