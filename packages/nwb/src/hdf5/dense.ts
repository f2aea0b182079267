import { readTreeRecords } from "./btree2.ts";
import type { Cursor } from "./cursor.ts";
import { openFractalHeap } from "./fractal-heap.ts";
import type { Metadata } from "./metadata.ts";

/** The link messages of a new-style group with many members. */
export function readDenseLinks(
  metadata: Metadata,
  heapAddress: number,
  indexAddress: number,
  onLink: (message: Cursor) => void,
): void {
  const lookUp = openFractalHeap(metadata, heapAddress);
  // A record: the name's hash, then the heap id. Specification section III.A.2, record type 5.
  readTreeRecords(metadata, indexAddress, (record) => onLink(lookUp(record.skip(4).window(7))));
}

/** The attribute messages of an object with many attributes. */
export function readDenseAttributes(
  metadata: Metadata,
  heapAddress: number,
  indexAddress: number,
  onAttribute: (message: Cursor) => void,
): void {
  const lookUp = openFractalHeap(metadata, heapAddress);
  // A record: the heap id, flags, creation order, the name's hash. Record type 8.
  readTreeRecords(metadata, indexAddress, (record) => onAttribute(lookUp(record.window(8))));
}
