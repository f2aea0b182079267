import { BraidynError } from "@braidyn/core";

/** One file of a zip's central directory. Numbers are as the archive claims them. */
export interface ArchiveFile {
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** The file's type and permissions in Unix notation; 0 where the archive has none. */
  readonly mode: number;
  readonly offset: number;
}

export interface CentralDirectory {
  readonly files: readonly ArchiveFile[];
  /** Where the directory starts: files end before it. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const fileSignature = 0x02014b50;
const fileBytes = 46;
const maxCommentBytes = 0xffff;

export function damaged(reason: string): BraidynError {
  return new BraidynError("ARCHIVE_DAMAGED", { reason });
}

/**
 * Reads the list of a zip's files. Everything it says is held to the archive's own size; the 64-bit form is refused, as
 * no entry needs it. Format: PKWARE APPNOTE 6.3.
 *
 * @throws BraidynError `ARCHIVE_DAMAGED`, `ENTRY_FILES` for more than `most`.
 */
export function readCentralDirectory(archive: Uint8Array, most: number): CentralDirectory {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const bytes = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || bytes === 0xffffffff || start === 0xffffffff) throw damaged("zip64");
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    throw damaged("several disks");
  }
  if (start + bytes !== end) throw damaged(`directory ${start} + ${bytes} != ${end}`);
  if (count > most) throw new BraidynError("ENTRY_FILES", { limit: most });
  const files: ArchiveFile[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + fileBytes > end || view.getUint32(at, true) !== fileSignature) throw damaged(`file ${i + 1}`);
    const { file, next } = readFile(archive, view, at);
    if (next > end) throw damaged(`file ${i + 1}`);
    files.push(file);
    at = next;
  }
  if (at !== end) throw damaged(`directory: ${end - at} bytes left`);
  return { files, start };
}

/** The last record that ends with the archive: a comment may hold what looks like another. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - maxCommentBytes); at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw damaged("end record");
}

function readFile(archive: Uint8Array, view: DataView, at: number): { file: ArchiveFile; next: number } {
  const nameEnd = at + fileBytes + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const file = {
    nameBytes: archive.subarray(at + fileBytes, nameEnd),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    mode: view.getUint32(at + 38, true) >>> 16,
    offset: view.getUint32(at + 42, true),
  };
  if (file.packedSize === 0xffffffff || file.size === 0xffffffff || file.offset === 0xffffffff) {
    throw damaged("zip64");
  }
  return { file, next };
}
