import { lookup3 } from "../hdf5/checksum.ts";

/**
 * A metadata pack: the blocks of a file that opening and reading it needed, so that the next time costs no round trip.
 *
 * Layout, little-endian: "BRAIDYNP", u32 version, u32 block bytes, f64 file size, u32 key bytes, u32 number of blocks,
 * the key as UTF-8, an f64 number a block, the blocks, u32 checksum (lookup3) of all before it.
 */
export interface Pack {
  /** Which version of which file: see `packKey`. */
  readonly key: string;
  readonly fileSize: number;
  readonly blockBytes: number;
  /** Blocks by their number. */
  readonly blocks: ReadonlyMap<number, Uint8Array>;
}

/** A session's metadata take less than one. */
export const mostPackBytes = 16 * 1024 * 1024;

const magic = new TextEncoder().encode("BRAIDYNP");
const version = 1;
const headBytes = 32;
const mostKeyBytes = 4096;

export function encodePack({ key, fileSize, blockBytes, blocks }: Pack): Uint8Array {
  const name = new TextEncoder().encode(key);
  const indices = [...blocks.keys()].sort((a, b) => a - b);
  const contents = indices.map((index) => blocks.get(index) as Uint8Array);
  const length = contents.reduce(
    (sum, block) => sum + block.length,
    headBytes + name.length + indices.length * 8,
  );
  const bytes = new Uint8Array(length + 4);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(8, version, true);
  view.setUint32(12, blockBytes, true);
  view.setFloat64(16, fileSize, true);
  view.setUint32(24, name.length, true);
  view.setUint32(28, indices.length, true);
  bytes.set(name, headBytes);
  let at = headBytes + name.length;
  for (const index of indices) {
    view.setFloat64(at, index, true);
    at += 8;
  }
  for (const block of contents) {
    bytes.set(block, at);
    at += block.length;
  }
  view.setUint32(at, lookup3(bytes.subarray(0, at)), true);
  return bytes;
}

/** What `stored` holds; null where it is no whole pack of this version, or of another file than `expected` says. */
export function decodePack(
  stored: Uint8Array,
  expected: Pick<Pack, "key" | "fileSize" | "blockBytes">,
): Pack | null {
  // Not a Buffer of Node, whose parts share memory where an array's are copies.
  const bytes = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headBytes + 4 || bytes.length > mostPackBytes) return null;
  if (magic.some((byte, i) => bytes[i] !== byte) || view.getUint32(8, true) !== version) return null;
  const end = bytes.length - 4;
  if (lookup3(bytes.subarray(0, end)) !== view.getUint32(end, true)) return null;
  const { key, fileSize, blockBytes } = expected;
  if (view.getUint32(12, true) !== blockBytes || view.getFloat64(16, true) !== fileSize) return null;
  const [keyBytes, count] = [view.getUint32(24, true), view.getUint32(28, true)];
  let at = headBytes + keyBytes;
  if (keyBytes > mostKeyBytes || at + count * 8 > end) return null;
  if (new TextDecoder().decode(bytes.subarray(headBytes, at)) !== key) return null;
  const blocks = new Map<number, Uint8Array>();
  let content = at + count * 8;
  for (; at < headBytes + keyBytes + count * 8; at += 8) {
    const index = view.getFloat64(at, true);
    const length = Math.min(blockBytes, fileSize - index * blockBytes);
    if (!Number.isSafeInteger(index) || index < 0 || !(length > 0) || content + length > end) return null;
    blocks.set(index, bytes.subarray(content, content + length));
    content += length;
  }
  return content === end ? { key, fileSize, blockBytes, blocks } : null;
}
