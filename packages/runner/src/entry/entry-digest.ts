import { createHash } from "node:crypto";
import { canonicalJson } from "@braidyn/harness";
import type { EntryFiles } from "./entry.ts";

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 over the canonical JSON of `[[path, SHA-256], ...]`, sorted by path: no time, owner or archive enters it. */
export function filesDigest(files: EntryFiles): string {
  const paths = [...files.keys()].sort();
  return digestOf(canonicalJson(paths.map((path) => [path, digestOf(files.get(path) as Uint8Array)])));
}
