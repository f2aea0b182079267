import { Cursor } from "./cursor.ts";
import type { ByteRange } from "./block-cache.ts";
import type { Metadata } from "./metadata.ts";

/** Where an old group keeps its members' names. */
export interface LocalHeap {
  /** The name at `offset` of the data. */
  text(offset: number): string;
  /** Every text in the heap; null where it does not tell what is a text and what was freed. */
  texts(): readonly string[] | null;
}

/** What a local heap's head says. */
export interface LocalHeapHead {
  readonly data: ByteRange;
  /** First freed part; null where nothing was freed. */
  readonly firstFree: number | null;
}

/** Source: HDF5 file format specification 3.0, section III.D. */
export function readLocalHeapHead(metadata: Metadata, address: number): LocalHeapHead {
  const head = metadata.at(address, 32, "a group's names").signature("HEAP");
  const length = head.skip(4).u64();
  const free = head.size64();
  // The library writes 1, which no part can start at, where nothing was freed; older ones wrote the undefined address.
  const firstFree = free === 1 || free === Infinity ? null : free;
  return { data: { offset: head.u64(), length }, firstFree };
}

export function readLocalHeap(metadata: Metadata, { data, firstFree }: LocalHeapHead): LocalHeap {
  const { bytes } = metadata.at(data.offset, data.length, "a group's names");
  const origin = metadata.offsetOf(data.offset);
  const at = (position: number) => new Cursor(bytes, metadata.label, origin, position);
  return {
    text: (offset) => at(offset).terminatedText(),
    texts: () => usedTexts(bytes, freedParts(at, bytes.length, firstFree)),
  };
}

/** Freed parts by their start; null where their list makes no sense. */
function freedParts(
  at: (position: number) => Cursor,
  length: number,
  first: number | null,
): ReadonlyMap<number, number> | null {
  const parts = new Map<number, number>();
  for (let start = first; start !== null;) {
    if (start + 16 > length || parts.has(start)) return null;
    const cursor = at(start);
    const next = cursor.size64();
    const size = cursor.size64();
    if (size < 16 || start + size > length) return null;
    parts.set(start, size);
    start = next === 1 || next === Infinity ? null : next;
  }
  return parts;
}

/** Texts fill multiples of 8 bytes, one after another; the first 8 bytes hold the empty one. */
function usedTexts(bytes: Uint8Array, freed: ReadonlyMap<number, number> | null): string[] | null {
  const texts: string[] = [];
  if (freed === null) return null;
  for (let at = 0; at < bytes.length;) {
    const skipped = freed.get(at);
    if (skipped !== undefined) {
      at += skipped;
      continue;
    }
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    if (at > 0 && end === at) return null; // a gap too small for the list of freed parts
    if (at > 0) texts.push(decoder.decode(bytes.subarray(at, end)));
    at = Math.ceil((end + 1) / 8) * 8;
  }
  return texts;
}

const decoder = new TextDecoder();
