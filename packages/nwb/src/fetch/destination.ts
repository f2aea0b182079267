import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { BraidynError } from "@braidyn/core";
import { manifestName, type FetchedFile } from "./manifest.ts";

/** Kept in the folder while something is fetched into it. */
export const stateName = ".braidyn-fetch";

/**
 * A path in the folder for a file that others have named.
 *
 * @throws BraidynError `FETCH_NAME` for one that leads elsewhere, or that no system has.
 */
export function safeName(name: string, source: string): string {
  const parts = name.split("/");
  const isSound = parts.every(
    (part) => part !== "" && part !== "." && part !== ".." && Buffer.byteLength(part) <= 240,
  );
  const isOurs = parts[0] === stateName || name === manifestName;
  // A colon is a drive or a hidden stream on Windows.
  if (!isSound || isOurs || isAbsolute(name) || /[\\:\p{Cc}]/u.test(name) || name.length > 1000) {
    throw new BraidynError("FETCH_NAME", { source, path: name.slice(0, 200) });
  }
  return /\.nwb$/i.test(name) ? name : `${name}.nwb`;
}

/** Whether the file stands in the folder as it was fetched, byte for byte. */
export async function isIntact(folder: string, name: string, file: FetchedFile): Promise<boolean> {
  const path = join(folder, name);
  const stats = await lstat(path).catch(() => null);
  if (stats === null || !stats.isFile() || stats.size !== file.bytes) return false;
  return (await sha256Of(path)) === file.sha256;
}

/** SHA-256 of a file as 64 hexadecimal digits. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest("hex");
}
