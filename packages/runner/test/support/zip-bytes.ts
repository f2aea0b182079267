import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive, and what the archive is to say wrongly of it. */
export interface ZipFile {
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array;
  readonly method?: number;
  readonly mode?: number;
  readonly flags?: number;
  /** Claimed in both headers. */
  readonly size?: number;
  /** Claimed in the file's own header only. */
  readonly localSize?: number;
  readonly localName?: string;
  readonly crc32?: number;
  /** Instead of a header of its own, that of the file with this index. */
  readonly sameAs?: number;
}

const text = (value: string | Uint8Array) =>
  typeof value === "string" ? Buffer.from(value) : Buffer.from(value);

/** A zip archive, right unless asked to be wrong. Format: PKWARE APPNOTE 6.3. */
export function zipBytes(files: readonly ZipFile[], { count = files.length, comment = "" } = {}): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const file of files) {
    const raw = Buffer.from(file.bytes ?? new Uint8Array());
    const method = file.method ?? 8;
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const size = file.size ?? raw.length;
    const name = text(file.name);
    const offset = file.sameAs === undefined ? at : (offsets[file.sameAs] as number);
    offsets.push(offset);
    const common = { flags: file.flags ?? 0, method, crc: file.crc32 ?? crc32(raw), packed: packed.length };
    if (file.sameAs === undefined) {
      const own = text(file.localName ?? file.name);
      const local = Buffer.concat([header(0x04034b50, common, file.localSize ?? size, own), own, packed]);
      locals.push(local);
      at += local.length;
    }
    centrals.push(central(common, size, name, file.mode ?? 0o100644, offset), name);
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, text(comment)]);
}

interface Common {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
}

function header(
  signature: number,
  { flags, method, crc, packed }: Common,
  size: number,
  name: Buffer,
): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  return bytes;
}

function central(
  { flags, method, crc, packed }: Common,
  size: number,
  name: Buffer,
  mode: number,
  offset: number,
): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE((3 << 8) | 20, 4);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(method, 10);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(packed, 20);
  bytes.writeUInt32LE(size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE((mode << 16) >>> 0, 38);
  bytes.writeUInt32LE(offset, 42);
  return bytes;
}
