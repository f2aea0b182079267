import { canonicalJson } from "./canonical-json.ts";
import type { PrivateManifest, PublicManifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/**
 * The number that can be published before an event and binds its organizer to the private half: the test members, the
 * truth, the controls and the secret. SHA-256 over the private manifest, whose 256-bit secret keeps anyone from finding
 * the rest by trying: all truth of this project's data is public, so that a plain hash of it would tell the test
 * members. What follows from it (the public half's digest, the commitment itself) is left out.
 */
export async function commitmentOf(manifest: Omit<PrivateManifest, "public_manifest">): Promise<string> {
  const { public_manifest: _public, ...bound } = manifest as PrivateManifest;
  const { commitment: _commitment, ...split } = (bound.split ?? {}) as Record<string, unknown>;
  return sha256(new TextEncoder().encode(`braidyn-commitment/1\n${canonicalJson({ ...bound, split })}`));
}

/** SHA-256 of a public manifest as it is without this number in it: what a flipped byte in it is found by. */
export async function manifestDigest(manifest: Omit<PublicManifest, "self">): Promise<string> {
  const { self: _self, ...rest } = manifest as PublicManifest;
  return sha256(new TextEncoder().encode(canonicalJson(rest)));
}
