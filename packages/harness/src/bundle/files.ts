import { sha256 } from "./sha256.ts";

/** A file's bytes and their SHA-256 in hexadecimal. */
export interface HashedBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Where a bundle's files come from: a folder, a web server, a user's upload. Paths are those of the bundle,
 * `public/train/input.npy`.
 */
export interface BundleFiles {
  /** What to call the bundle in errors. */
  readonly name: string;
  /** Null when there is no such file. */
  read(path: string): Promise<HashedBytes | null>;
}

/** A bundle's files held in memory, as a browser has them after an upload. */
export function filesInMemory(name: string, files: ReadonlyMap<string, Uint8Array>): BundleFiles {
  return {
    name,
    read: async (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? null : { bytes, sha256: await sha256(bytes) };
    },
  };
}
