import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "../bundle/canonical-json.ts";
import { manifestDigest } from "../bundle/commitment.ts";
import { hashFile } from "../bundle/build/hash-file.ts";
import type { PrivateManifest, PublicManifest } from "../bundle/manifest.ts";
import { npyHeader, readNpy } from "../bundle/npy.ts";
import { openParquet, writeParquet, type ParquetColumn, type ParquetTable } from "../bundle/parquet.ts";
import { harnessVersion } from "../version.ts";
import { finding, type LeakFinding } from "./finding.ts";

/** A bundle's folder and what its manifests say. */
export interface BundleFolder {
  readonly folder: string;
  readonly manifest: PublicManifest;
  readonly hidden: PrivateManifest | null;
}

/** Files that nobody listed, that were changed, or that hold more than what they are for. */
export async function fileLeaks(bundle: BundleFolder): Promise<LeakFinding[]> {
  return [
    ...(await unlisted(bundle)),
    ...(await changed(bundle)),
    ...(await arrayBytes(bundle)),
    ...(await tableBytes(bundle)),
    ...(await openToOthers(bundle)),
  ];
}

async function unlisted({ folder, manifest }: BundleFolder): Promise<LeakFinding[]> {
  const listed = new Set(["manifest.json", ...manifest.files.map(({ path }) => path)]);
  const entries = await readdir(join(folder, "public"), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
      .slice(join(folder, "public").length + 1)
      .split("\\")
      .join("/");
    const plain = entry.isFile() && listed.has(path);
    const folderOfListed = entry.isDirectory() && [...listed].some((each) => each.startsWith(`${path}/`));
    return plain || folderOfListed ? [] : [finding("leak", "LEAK_FILE_UNLISTED", { file: `public/${path}` })];
  });
}

async function changed({ folder, manifest, hidden }: BundleFolder): Promise<LeakFinding[]> {
  const found: LeakFinding[] = [];
  const own = await readFile(join(folder, "public", "manifest.json"), "utf8");
  const whole =
    own === `${canonicalJson(manifest, 2)}\n` && manifest.self === (await manifestDigest(manifest));
  if (!whole) found.push(finding("leak", "LEAK_FILE_CHANGED", { file: "public/manifest.json" }));
  const listed = [
    ...manifest.files.map((file) => ({ ...file, path: `public/${file.path}` })),
    ...(hidden?.files ?? []).map((file) => ({ ...file, path: `private/${file.path}` })),
  ];
  for (const { path, sha256, bytes } of listed) {
    const read = await hashFile(join(folder, path)).catch(() => null);
    if (read?.sha256 !== sha256 || read.bytes !== bytes)
      found.push(finding("leak", "LEAK_FILE_CHANGED", { file: path }));
  }
  return found;
}

/** A `.npy` has a header that follows from its type and shape, and nothing after its numbers. */
async function arrayBytes({ folder, manifest }: BundleFolder): Promise<LeakFinding[]> {
  const found: LeakFinding[] = [];
  for (const { path } of manifest.files.filter((file) => file.path.endsWith(".npy"))) {
    const bytes = new Uint8Array(await readFile(join(folder, "public", path)).catch(() => Buffer.alloc(0)));
    const file = `public/${path}`;
    try {
      const { dtype, shape } = readNpy(bytes, file);
      const header = npyHeader(dtype, shape);
      if (!header.every((byte, i) => bytes[i] === byte))
        found.push(finding("leak", "LEAK_FILE_BYTES", { file }));
    } catch {
      found.push(finding("leak", "LEAK_FILE_BYTES", { file }));
    }
  }
  return found;
}

/** What each table of the public half may have; a truth column and its reference may be in all but the test table. */
const testColumns = ["row_id", "subject", "session"];

/** A table holds its columns, and the bytes that writing them gives. */
async function tableBytes({ folder, manifest }: BundleFolder): Promise<LeakFinding[]> {
  const found: LeakFinding[] = [];
  for (const { path } of manifest.files.filter((file) => file.path.endsWith(".parquet"))) {
    const file = `public/${path}`;
    const bytes = new Uint8Array(await readFile(join(folder, "public", path)).catch(() => Buffer.alloc(0)));
    const table = await openParquet(bytes).catch(() => null);
    if (table === null) {
      found.push(finding("leak", "LEAK_FILE_BYTES", { file }));
      continue;
    }
    const extra = table.columns.map(({ name }) => name).filter((name) => !testColumns.includes(name));
    if (path.startsWith("test/") && extra.length > 0) {
      found.push(finding("leak", "LEAK_COLUMN", { file, columns: extra.join(", ") }));
    }
    // another version may write the same values in other bytes
    const ours = manifest.generator === `@braidyn/harness ${harnessVersion}`;
    if (ours && !(await isAsWritten(table, bytes))) found.push(finding("leak", "LEAK_FILE_BYTES", { file }));
  }
  return found;
}

async function isAsWritten(table: ParquetTable, bytes: Uint8Array): Promise<boolean> {
  const columns: ParquetColumn[] = [];
  for (const { name, type } of table.columns) {
    const values = Array.from(await table.read(name));
    if (type === "UTF8") columns.push({ name, type: "STRING", data: values as string[] });
    else if (type === "INT32") columns.push({ name, type, data: values as (number | null)[] });
    else if (type === "DOUBLE") columns.push({ name, type, data: Float64Array.from(values as number[]) });
    else return false;
  }
  const written = writeParquet(columns);
  return written.length === bytes.length && written.every((byte, i) => bytes[i] === byte);
}

/** The private half being readable to others on this machine, or reached from the public one. */
async function openToOthers({ folder, hidden }: BundleFolder): Promise<LeakFinding[]> {
  if (hidden === null || process.platform === "win32") return [];
  const paths = ["private", "private/manifest.json", ...hidden.files.map(({ path }) => `private/${path}`)];
  for (const path of paths) {
    const stats = await lstat(join(folder, path)).catch(() => null);
    if (stats !== null && (stats.mode & 0o077) !== 0)
      return [finding("warning", "LEAK_PRIVATE_OPEN", { file: path })];
  }
  return [];
}

/** Public files whose time of change is the day of a test session. */
export async function timeStampLeaks(
  { folder, manifest }: BundleFolder,
  dates: ReadonlySet<string>,
): Promise<LeakFinding[]> {
  const found: LeakFinding[] = [];
  for (const path of ["manifest.json", ...manifest.files.map((file) => file.path)]) {
    const stats = await stat(join(folder, "public", path)).catch(() => null);
    const date = stats?.mtime.toISOString().slice(0, 10) ?? "";
    if (dates.has(date)) found.push(finding("leak", "LEAK_TIME_STAMP", { file: `public/${path}`, date }));
  }
  return found;
}
