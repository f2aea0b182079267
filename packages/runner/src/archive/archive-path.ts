import { BraidynError } from "@braidyn/core";
import { badName, checkName, shownName } from "../entry/entry-names.ts";
import type { ArchiveFile } from "./central-directory.ts";

const kindBits = 0o170000;
const kinds: Readonly<Record<number, string>> = {
  0o120000: "symlink",
  0o010000: "FIFO",
  0o020000: "device",
  0o060000: "device",
  0o140000: "socket",
};

/** A path of the archive, without the `/` at the end of a folder's. */
export interface ArchivePath {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The path of an archive's file, once it is known to stay inside the folder it is unpacked to, on every system.
 *
 * @throws BraidynError `ARCHIVE_PATH`, `ENTRY_NAME`, `ENTRY_LINK`.
 */
export function archivePath({ nameBytes, mode }: ArchiveFile): ArchivePath {
  const name = decode(nameBytes);
  const climbs = name.split(/[/\\]/).includes("..");
  if (climbs || /^[/\\]|^[A-Za-z]:/.test(name)) {
    throw new BraidynError("ARCHIVE_PATH", { name: shownName(name) });
  }
  const path = name.replace(/\/$/, "");
  checkName(path);
  const kind = mode & kindBits;
  const isFolder = name.endsWith("/") || kind === 0o040000;
  if (kind !== 0 && kind !== 0o100000 && kind !== 0o040000) {
    throw new BraidynError("ENTRY_LINK", { name: shownName(path), found: kinds[kind] ?? kind.toString(8) });
  }
  return { path, isFolder };
}

/** UTF-8 whether the archive says so or not: macOS writes it without saying so. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badName(new TextDecoder("latin1").decode(bytes), "not UTF-8");
  }
}
