import type { Metadata } from "./metadata.ts";

/** Objects of a global heap collection by index: variable-length strings and arrays live there. */
export type HeapCollection = ReadonlyMap<number, Uint8Array>;

/** Source: HDF5 file format specification 3.0, section III.E. */
export function readHeapCollection(metadata: Metadata, address: number): HeapCollection {
  const head = metadata.at(address, 16, "a global heap").signature("GCOL");
  const size = head.skip(4).u64();
  const cursor = metadata.at(address, size, "a global heap").skip(16);
  const objects = new Map<number, Uint8Array>();
  while (cursor.remaining >= 16) {
    const index = cursor.u16();
    const length = cursor.skip(6).u64();
    if (index === 0) break; // the free space at the end
    objects.set(index, cursor.take(length));
    // Every object but a last one that fills the collection is padded to 8 bytes.
    cursor.skip(Math.min((8 - (length % 8)) % 8, cursor.remaining));
  }
  return objects;
}
