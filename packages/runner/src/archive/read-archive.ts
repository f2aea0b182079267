import { BraidynError } from "@braidyn/core";
import { isIgnored, nameKey, shownName } from "../entry/entry-names.ts";
import type { EntryFiles, EntryLimits } from "../entry/entry.ts";
import { archivePath } from "./archive-path.ts";
import { readCentralDirectory, type ArchiveFile } from "./central-directory.ts";
import { extentOf, unpackFile, type Extent } from "./unpack-file.ts";

interface Found {
  readonly path: string;
  readonly file: ArchiveFile;
  readonly extent: Extent;
}

/**
 * Unpacks a `.zip` into memory; nothing is written. All names, sizes and places are checked before the first byte is
 * unpacked, and each file again while it is. A single folder around everything is taken off, as compressing a folder
 * adds one.
 *
 * @throws BraidynError `ARCHIVE_*`, `ENTRY_NAME`, `ENTRY_LINK`, `ENTRY_FILES`, `ENTRY_TOO_LARGE`.
 */
export function readArchive(archive: Uint8Array, limits: EntryLimits): EntryFiles {
  const { files, start } = readCentralDirectory(archive, limits.max_files * 10 + 1000);
  const names = new Map<string, string>();
  const found: Found[] = [];
  const extents: Extent[] = [];
  for (const file of files) {
    const { path, isFolder } = archivePath(file);
    claim(names, path, isFolder);
    const extent = extentOf(archive, file, path, start);
    extents.push(extent);
    if (isFolder && file.size > 0) {
      throw new BraidynError("ARCHIVE_SIZE", { name: shownName(path), reason: `${file.size} / 0` });
    }
    if (!isFolder && !isIgnored(path)) found.push({ path, file, extent });
  }
  refuseOverlap(extents);
  refuseLarge(found, limits);
  const unpacked = found.map(({ path, file, extent }) => [path, unpackFile(archive, file, extent)] as const);
  return new Map(withoutOuterFolder(unpacked));
}

/** Takes a name and the folders above it, each for one file or folder only. @throws BraidynError `ARCHIVE_DUPLICATE`. */
function claim(names: Map<string, string>, path: string, isFolder: boolean): void {
  const segments = path.split("/");
  for (let length = 1; length <= segments.length; length++) {
    const part = segments.slice(0, length).join("/");
    const folder = length < segments.length || isFolder;
    const known = names.get(nameKey(part));
    const asFolder = `${part}/`;
    if (known !== undefined && (!folder || known !== asFolder)) {
      throw new BraidynError("ARCHIVE_DUPLICATE", { name: shownName(part) });
    }
    names.set(nameKey(part), folder ? asFolder : part);
  }
}

function refuseOverlap(extents: readonly Extent[]): void {
  const sorted = [...extents].sort((a, b) => a.from - b.from);
  sorted.forEach(({ from, name }, i) => {
    if (from < (sorted[i - 1]?.to ?? 0)) throw new BraidynError("ARCHIVE_OVERLAP", { name });
  });
}

function refuseLarge(found: readonly Found[], { max_files, max_bytes }: EntryLimits): void {
  if (found.length > max_files) throw new BraidynError("ENTRY_FILES", { limit: max_files });
  const total = found.reduce((sum, { file }) => sum + file.size, 0);
  if (total > max_bytes) throw new BraidynError("ENTRY_TOO_LARGE", { found: total, limit: max_bytes });
}

function withoutOuterFolder<T>(files: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  const [outer = ""] = files[0]?.[0].split("/") ?? [];
  const within = files.every(([path]) => path.startsWith(`${outer}/`));
  const taken = within
    ? files.map(([path, bytes]) => [path.slice(outer.length + 1), bytes] as const)
    : [...files];
  return taken.sort(([a], [b]) => (a < b ? -1 : 1));
}
