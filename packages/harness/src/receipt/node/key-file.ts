import { BraidynError } from "@braidyn/core";
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from "node:crypto";
import { constants, link, mkdir, open, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createSigner, type Signer } from "../signer.ts";

/** A signer, and whether its key was made just now. */
export interface KeyFile {
  readonly signer: Signer;
  readonly created: boolean;
}

/**
 * The signer whose private key is in a PEM file; without one, a key is made there, readable to its owner alone, with its
 * public key beside it in `<path>.pub`. Two that make it at once get the same key. The key itself is never shown.
 *
 * @throws BraidynError `RECEIPT_KEY_FILE` for what is no Ed25519 private key, `RECEIPT_KEY_MODE` for a file that others
 * may read.
 */
export async function openKeyFile(path: string): Promise<KeyFile> {
  const found = await readKeyFile(path);
  if (found !== null) return { signer: await signerOf(found), created: false };
  const created = await createKeyFile(path);
  const key = await readKeyFile(path);
  if (key === null) throw new BraidynError("RECEIPT_KEY_FILE", { path, reason: "-" });
  return { signer: await signerOf(key), created };
}

/** A public key as 64 hexadecimal digits, from such digits or from a PEM file's text. @throws `RECEIPT_KEY_FILE`. */
export function publicKeyOf(text: string, path: string): string {
  const digits = text.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  if (text.includes("PRIVATE KEY"))
    throw new BraidynError("RECEIPT_KEY_FILE", { path, reason: "PRIVATE KEY" });
  return rawPublicKey(parsed(() => createPublicKey(text), path));
}

async function readKeyFile(path: string): Promise<KeyObject | null> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw new BraidynError("RECEIPT_KEY_FILE", { path, reason: cause.message }, { cause });
  });
  if (file === null) return null;
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > 65_536)
      throw new BraidynError("RECEIPT_KEY_FILE", { path, reason: "?" });
    const mode = stats.mode & 0o777;
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw new BraidynError("RECEIPT_KEY_MODE", { path, mode: mode.toString(8) });
    }
    const pem = await file.readFile("utf8");
    return parsed(() => createPrivateKey(pem), path);
  } finally {
    await file.close();
  }
}

/** Written under another name first: whoever finds the file finds a whole key. @returns whether it is ours. */
async function createKeyFile(path: string): Promise<boolean> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const temporary = `${path}.${process.pid}-${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(temporary, privateKey.export({ type: "pkcs8", format: "pem" }), {
    flag: "wx",
    mode: 0o600,
  });
  try {
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await writeFile(`${path}.pub`, publicKey.export({ type: "spki", format: "pem" }));
  return true;
}

/** Errors of a parser may quote what they could not parse: they are not passed on. */
function parsed(parse: () => KeyObject, path: string): KeyObject {
  let key: KeyObject | null = null;
  try {
    key = parse();
  } catch {
    // said below
  }
  if (key?.asymmetricKeyType === "ed25519") return key;
  throw new BraidynError("RECEIPT_KEY_FILE", { path, reason: key?.asymmetricKeyType ?? "PEM" });
}

async function signerOf(key: KeyObject): Promise<Signer> {
  const pkcs8 = Uint8Array.from(key.export({ type: "pkcs8", format: "der" }));
  return createSigner(pkcs8, rawPublicKey(createPublicKey(key)));
}

/** The last 32 bytes of its DER form. Source: RFC 8410. */
function rawPublicKey(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).subarray(-32).toString("hex");
}
