import { BraidynError } from "@braidyn/core";
import { fromHex, toHex } from "./sha256.ts";

/** Names that tell nothing to whoever lacks the secret, and are the same whenever a bundle is built with it. */
export interface Pseudonyms {
  /** Name of a session's `index`-th row: 96 bits, so that a million rows do not collide. */
  rowId(session: string, index: number): Promise<string>;
  subject(name: string): Promise<string>;
  session(key: string): Promise<string>;
}

/** A bundle's secret: 256 bits. */
export const secretBytes = 32;

/** The given secret (bytes or 64 hexadecimal digits), else a random one. @throws BraidynError `BUNDLE_SECRET`. */
export function readSecret(given?: Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (given === undefined) return crypto.getRandomValues(new Uint8Array(secretBytes));
  const bytes = typeof given === "string" ? fromHex(given) : Uint8Array.from(given);
  if (bytes?.length !== secretBytes) {
    throw new BraidynError("BUNDLE_SECRET", { found: bytes?.length ?? (given.length / 2).toString() });
  }
  return bytes;
}

/**
 * Row ids and pseudonyms as HMAC-SHA256 of what they name, under the secret: without it they cannot be computed from
 * public session names, with it they can be checked. The challenge is part of what is hashed, so that two challenges
 * built with one secret cannot be joined.
 */
export async function createPseudonyms(secret: Uint8Array, challenge: string): Promise<Pseudonyms> {
  const key = await crypto.subtle.importKey(
    "raw",
    Uint8Array.from(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const digits = async (length: number, ...what: (string | number)[]): Promise<string> => {
    const text = new TextEncoder().encode(JSON.stringify([challenge, ...what]));
    return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, text))).slice(0, length);
  };
  return {
    // the letter keeps spreadsheets and pandas from reading an id such as 12345e67 as a number
    rowId: async (session, index) => `r${await digits(24, "row", session, index)}`,
    subject: async (name) => `subject-${await digits(12, "subject", name)}`,
    session: async (name) => `session-${await digits(12, "session", name)}`,
  };
}
