import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { webFiles, webPolicy, type WebFiles } from "../src/index.ts";

let files: WebFiles;
beforeAll(async () => {
  files = await webFiles();
});

const textOf = (path: string) => new TextDecoder().decode(files.get(path)?.bytes);

test("the page loads nothing but what is handed out with it, and holds no script or style of its own", () => {
  const html = textOf("/index.html");
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
  expect(addresses.length).toBeGreaterThanOrEqual(4);
  expect(addresses.filter((address) => !files.has(address))).toEqual([]);
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  const styles = [...files.keys()].filter((path) => path.endsWith(".css")).map(textOf);
  expect(styles.join().match(/url\((?!"?\.?\/?[\w.-]+\.woff2)[^)]*\)/g)).toBeNull();
});

test("its policy evaluates nothing and loads from nowhere else", () => {
  expect(webPolicy).toContain("default-src 'none'");
  expect(webPolicy).not.toMatch(/unsafe|https?:|\*/);
});

test("assets are kept for ever under a name of their contents, the page itself is asked for again", () => {
  for (const [path, file] of files) {
    expect(file.cacheControl).toBe(
      path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    );
    expect(file.etag).toMatch(/^"[0-9a-f]{32}"$/);
    const { br, gzip } = file.encoded;
    if (br !== null) expect(brotliDecompressSync(br).equals(file.bytes)).toBe(true);
    if (gzip !== null) expect(gunzipSync(gzip).equals(file.bytes)).toBe(true);
  }
});

test("what is needed before the first board is small; charts come later", () => {
  const first = [...files].filter(([path]) => /\/(main|early|chunk-\w+)\.(js|css)$/.test(path));
  const sent = first.reduce((sum, [, { bytes, encoded }]) => sum + (encoded.gzip ?? bytes).length, 0);
  expect(sent).toBeLessThan(120_000);
});

test("licences of what is bundled are passed on", () => {
  const [licenses = ""] = [...files.keys()].filter((path) => path.endsWith("licenses.txt"));
  for (const name of ["preact", "vega", "hyparquet", "@noble/hashes", "SIL OPEN FONT LICENSE"])
    expect(textOf(licenses)).toContain(name);
});
