import { createHash } from "node:crypto";
import { openSync, closeSync, readdirSync, readSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A file that the server gives out. */
export interface ServedAsset {
  readonly assetId: string;
  readonly blobId: string;
  /** Path inside the dandiset. */
  readonly path: string;
  file: string;
  size: number;
  /** As S3 makes it: quoted, 32 hexadecimal digits. */
  etag: string;
  readonly modified: string;
}

/** Every `.nwb` file below a folder, by its path there. */
export function assetsIn(folder: string): ServedAsset[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".nwb"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => assetOf(file, relative(folder, file).split(sep).join("/")));
}

export function assetOf(file: string, path: string): ServedAsset {
  const { size, mtimeMs } = statSync(file);
  const digits = createHash("md5").update(`${path} ${size} ${mtimeMs}`).digest("hex");
  return {
    assetId: uuid(`asset ${digits}`),
    blobId: uuid(`blob ${digits}`),
    ...{ path, file, size },
    etag: `"${digits}-${Math.max(1, Math.ceil(size / 2 ** 26))}"`,
    modified: new Date(mtimeMs).toISOString(),
  };
}

function uuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 of a file, without holding it in memory. */
export function sha256OfFile(file: string): string {
  const hash = createHash("sha256");
  const part = Buffer.alloc(1 << 22);
  const descriptor = openSync(file, "r");
  try {
    for (let got; (got = readSync(descriptor, part)) > 0;) hash.update(part.subarray(0, got));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest("hex");
}
