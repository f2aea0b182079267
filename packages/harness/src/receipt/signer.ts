import { toHex } from "../bundle/sha256.ts";

/** Who signs receipts. The private key stays inside. */
export interface Signer {
  /** Ed25519 public key, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** @returns the signature, 128 hexadecimal digits. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

const algorithm = { name: "Ed25519" };

/**
 * A signer from a private key in PKCS #8, by Web Crypto: in Node and in browsers. Ed25519 draws no random numbers, so
 * the same contents get the same signature. Source: RFC 8032.
 *
 * @param publicKey its public key, 64 hexadecimal digits: Web Crypto does not give it away.
 */
export async function createSigner(pkcs8: Uint8Array<ArrayBuffer>, publicKey: string): Promise<Signer> {
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
  return {
    publicKey,
    sign: async (bytes) => toHex(new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes))),
  };
}

/** Whether `signature` is the key's over `bytes`. All are checked for their length; a key that is none says no. */
export async function isSignature(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, signature, bytes);
  } catch (error) {
    if (error instanceof Error && error.name === "NotSupportedError") throw error; // an old browser says nothing of keys
    return false;
  }
}
