import { crc32, inflateRawSync } from "node:zlib";
import { BraidynError } from "@braidyn/core";
import { shownName } from "../entry/entry-names.ts";
import { damaged, type ArchiveFile } from "./central-directory.ts";

/** Text and zeros compress well, but an entry's files never like this; deflate reaches 1,032. */
export const maxRatio = 200;
/** Below this, a ratio harms nobody. */
const smallBytes = 1 << 20;
const localSignature = 0x04034b50;
const localBytes = 30;
const encryptedBits = 0x2041;
const hasDescriptor = 0x0008;

/** Where a file's header and bytes lie in the archive. */
export interface Extent {
  readonly name: string;
  readonly from: number;
  readonly dataFrom: number;
  readonly to: number;
}

/**
 * Where a file lies, once its own header agrees with the directory.
 *
 * @throws BraidynError `ARCHIVE_ENCRYPTED`, `ARCHIVE_METHOD`, `ARCHIVE_BOMB`, `ARCHIVE_DAMAGED`, `ARCHIVE_SIZE`.
 */
export function extentOf(archive: Uint8Array, file: ArchiveFile, path: string, end: number): Extent {
  const name = shownName(path);
  if ((file.flags & encryptedBits) !== 0) throw new BraidynError("ARCHIVE_ENCRYPTED", { name });
  if (file.method !== 0 && file.method !== 8) {
    throw new BraidynError("ARCHIVE_METHOD", { name, method: file.method });
  }
  refuseBomb(file, name);
  const { offset: from } = file;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (from + localBytes > end || view.getUint32(from, true) !== localSignature) throw damaged(name);
  const nameLength = view.getUint16(from + 26, true);
  const dataFrom = from + localBytes + nameLength + view.getUint16(from + 28, true);
  const to = dataFrom + file.packedSize;
  if (to > end) throw damaged(`${name}: ${to} > ${end}`);
  const localName = archive.subarray(from + localBytes, from + localBytes + nameLength);
  if (Buffer.compare(localName, file.nameBytes) !== 0) throw damaged(`${name}: two names`);
  refuseOtherHeader(view, file, name);
  return { name, from, dataFrom, to };
}

function refuseBomb({ size, packedSize }: ArchiveFile, name: string): void {
  if (size <= smallBytes || size <= packedSize * maxRatio) return;
  const ratio = Math.round(size / Math.max(1, packedSize));
  throw new BraidynError("ARCHIVE_BOMB", { name, ratio, limit: maxRatio });
}

/** Programs differ in which of the two headers they believe, so they must say the same. */
function refuseOtherHeader(view: DataView, file: ArchiveFile, name: string): void {
  const { offset } = file;
  const flags = view.getUint16(offset + 6, true);
  if (view.getUint16(offset + 8, true) !== file.method || (flags & encryptedBits) !== 0) {
    throw damaged(`${name}: two headers`);
  }
  const local = [view.getUint32(offset + 18, true), view.getUint32(offset + 22, true)] as const;
  const written = (flags & hasDescriptor) === 0 || local[0] !== 0 || local[1] !== 0;
  const in64Bits = local[0] === 0xffffffff && local[1] === 0xffffffff;
  if (!written || in64Bits || (local[0] === file.packedSize && local[1] === file.size)) return;
  const reason = `${local[0]}, ${local[1]} / ${file.packedSize}, ${file.size}`;
  throw new BraidynError("ARCHIVE_SIZE", { name, reason });
}

/** A file's bytes; never more than the archive said. @throws BraidynError `ARCHIVE_SIZE`, `ARCHIVE_DAMAGED`. */
export function unpackFile(
  archive: Uint8Array,
  file: ArchiveFile,
  { name, dataFrom, to }: Extent,
): Uint8Array {
  const packed = archive.subarray(dataFrom, to);
  const bytes = file.method === 0 ? Uint8Array.from(packed) : inflate(packed, file, name);
  if (bytes.length !== file.size) {
    throw new BraidynError("ARCHIVE_SIZE", { name, reason: `${bytes.length} / ${file.size}` });
  }
  if (crc32(bytes) !== file.crc32) throw damaged(`${name}: CRC-32`);
  return bytes;
}

function inflate(packed: Uint8Array, { size }: ArchiveFile, name: string): Uint8Array {
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true } as const;
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated;
    if (engine.bytesWritten !== packed.length)
      throw damaged(`${name}: ${packed.length} / ${engine.bytesWritten}`);
    return buffer;
  } catch (cause) {
    if (cause instanceof BraidynError) throw cause;
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      throw new BraidynError("ARCHIVE_SIZE", { name, reason: `> ${size}` }, { cause });
    }
    throw damaged(`${name}: ${code}`);
  }
}

/** What `info: true` gives; the types do not tell. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
