import { verify } from "./btree2.ts";
import type { Cursor } from "./cursor.ts";
import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";
import { once } from "./once.ts";

/** The entry of the chunk with a number; null where it was never written. */
export type EntryLookup = (number: number) => Cursor | null;

export interface ChunkArray {
  readonly entryBytes: number;
  readonly entry: EntryLookup;
}

/** A block of entries, whole or in pages that have a checksum each. */
export interface EntryBlock {
  readonly metadata: Metadata;
  readonly address: number;
  /** Bytes before the entries of an unpaged block; before the checksum that precedes the pages of a paged one. */
  readonly prefixBytes: number;
  readonly signature: string;
  readonly entryBytes: number;
  readonly entries: number;
  /** Entries of a page; null in a block without pages. */
  readonly pageEntries: number | null;
  /** Whether the page with a number was ever written. */
  hasPage(page: number): boolean;
}

/**
 * Entries of one block by their number in it. Every part is checked once, when it is first needed: unpaged entries
 * share the block's checksum.
 */
export function readBlock(block: EntryBlock): EntryLookup {
  const { metadata, address, prefixBytes, signature, entryBytes, entries, pageEntries } = block;
  const parts = new Map<number, Cursor>();
  const checked = (part: number, at: number, bytes: number): Cursor => {
    const known = parts.get(part);
    if (known !== undefined) return known;
    const cursor = metadata.at(at, bytes, "a chunk array");
    verify(metadata, at, cursor, bytes);
    parts.set(part, cursor);
    return cursor;
  };
  const head = once(() => {
    const bytes = prefixBytes + (pageEntries === null ? entries * entryBytes : 0);
    return checked(-1, address, bytes).signature(signature);
  });
  return (number) => {
    if (!(number < entries))
      throw corrupt(metadata.label, metadata.offsetOf(address), "a chunk outside its array");
    const start = head();
    if (pageEntries === null) return entryAt(start, prefixBytes + number * entryBytes, entryBytes);
    const page = Math.floor(number / pageEntries);
    if (!block.hasPage(page)) return null;
    const first = page * pageEntries;
    const pageAddress = address + prefixBytes + 4 + first * entryBytes + page * 4;
    const pageBytes = Math.min(pageEntries, entries - first) * entryBytes;
    return entryAt(checked(page, pageAddress, pageBytes), (number - first) * entryBytes, entryBytes);
  };
}

export function entryAt(block: Cursor, position: number, bytes: number): Cursor {
  block.position = position;
  return block.window(bytes);
}

/** Bitmaps count from the highest bit of the first byte. */
export function hasBit(bitmap: Uint8Array, bit: number): boolean {
  return ((bitmap[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}
