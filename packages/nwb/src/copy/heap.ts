import { aligned, join, number, text } from "./encode.ts";
import type { StoredElements } from "./stored-elements.ts";

/** Where a variable-length value will stand. */
export interface HeapSlot {
  readonly collection: number;
  readonly index: number;
}

interface Collection {
  readonly objects: StoredElements[];
  /** With its own head and every object's. */
  bytes: number;
}

/** The global heap of a file that is being laid out. */
export interface HeapLayout {
  slot(object: StoredElements): HeapSlot;
  readonly collections: readonly { readonly objects: readonly StoredElements[]; readonly bytes: number }[];
}

/** HDF5 reads no smaller collection. */
const leastBytes = 4096;
/** A collection takes no further values beyond this; one long value has a collection of its own. */
const fullBytes = 64 * 1024;
const headBytes = 16;

/** Places values, in their order, into collections. Source: HDF5 file format specification 3.0, section III.E. */
export function layOutHeap(objects: Iterable<StoredElements>): HeapLayout {
  const slots = new Map<StoredElements, HeapSlot>();
  const collections: Collection[] = [];
  for (const object of objects) {
    const bytes = headBytes + aligned(object.bytes.length);
    let last = collections.at(-1);
    if (last === undefined || last.bytes + bytes > fullBytes) {
      last = { objects: [], bytes: headBytes };
      collections.push(last);
    }
    last.objects.push(object);
    last.bytes += bytes;
    slots.set(object, { collection: collections.length - 1, index: last.objects.length });
  }
  return {
    collections: collections.map(({ objects: held, bytes }) => ({
      objects: held,
      bytes: Math.max(leastBytes, bytes),
    })),
    slot(object) {
      const slot = slots.get(object);
      if (slot === undefined) throw new TypeError("a value that was not laid out");
      return slot;
    },
  };
}

/** A collection's bytes; `encode` gives a value's with its addresses filled in. */
export function encodeCollection(
  { objects, bytes }: HeapLayout["collections"][number],
  encode: (object: StoredElements) => Uint8Array,
): Uint8Array {
  const collection = new Uint8Array(bytes);
  let at = 0;
  const put = (part: Uint8Array) => {
    collection.set(part, at);
    at += part.length;
  };
  put(join(text("GCOL"), Uint8Array.of(1, 0, 0, 0), number(bytes, 8)));
  objects.forEach((object, i) => {
    put(join(number(i + 1, 2), new Uint8Array(6), number(object.bytes.length, 8)));
    put(encode(object));
    at = aligned(at);
  });
  // What is left is the object of number 0, its length with its head.
  if (bytes - at >= headBytes) put(join(new Uint8Array(8), number(bytes - at, 8)));
  return collection;
}
