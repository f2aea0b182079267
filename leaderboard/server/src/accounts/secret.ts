import { createHash, randomBytes } from "node:crypto";

/** What a secret is for; it stands at its beginning, so that people and scanners recognise one that leaked. */
export type SecretKind = "organizer" | "team" | "session" | "invite";

/** 256 random bits, readable in an address. */
export function makeSecret(kind: SecretKind): string {
  return `braidyn_${kind}_${randomBytes(32).toString("base64url")}`;
}

/** Whether a text can be a secret at all: nothing else is looked up. */
export function isSecret(text: string): boolean {
  return /^braidyn_(organizer|team|session|invite)_[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is kept of it. A plain hash is enough: 256 random bits cannot be guessed. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
