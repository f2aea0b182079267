import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** One file of the page, as a server sends it. */
export interface WebFile {
  readonly contentType: string;
  readonly cacheControl: string;
  /** Quoted: `"3f2a…"`. */
  readonly etag: string;
  readonly bytes: Uint8Array;
  /** The same, compressed, where that is shorter; browsers take `br` over HTTPS alone, so a venue's page needs `gzip`. */
  readonly encoded: { readonly br: Uint8Array | null; readonly gzip: Uint8Array | null };
}

/** Files by their path on the server: `/index.html`, `/assets/1a2b3c/main.js`. */
export type WebFiles = ReadonlyMap<string, WebFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Where `npm run build` puts the page, beside this file's own build. */
const built = join(import.meta.dirname, "app");

/**
 * The page's files in memory: those that were built, and in a clone without a build ones made from the sources now
 * (about a second).
 */
export async function webFiles(): Promise<WebFiles> {
  const files = existsSync(built)
    ? await readBuilt()
    : await (await import("./build/build-app.ts")).buildApp();
  return new Map([...files].map(([path, bytes]) => [path, webFile(path, bytes)]));
}

async function readBuilt(): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(
    async (path) => [`/${relative(built, path).split(sep).join("/")}`, await readFile(path)] as const,
  );
  return new Map(await Promise.all(read));
}

function webFile(path: string, bytes: Uint8Array): WebFile {
  const extension = extname(path);
  const shorter = (compressed: Uint8Array) => (compressed.length < bytes.length ? compressed : null);
  return {
    contentType: contentTypes[extension] ?? "application/octet-stream",
    // what stands under /assets/ has its contents in its name
    cacheControl: path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`,
    bytes,
    encoded: { br: shorter(brotli(bytes)), gzip: shorter(gzipSync(bytes)) },
  };
}

function brotli(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
