import { blockBudget } from "./block-budget.ts";
import { bytesToHold, readTreeRecords, verify } from "./btree2.ts";
import type { Cursor } from "./cursor.ts";
import { Declined } from "./errors.ts";
import type { Metadata } from "./metadata.ts";
import { once } from "./once.ts";

/** Looks up objects of a fractal heap by their id. */
export type HeapLookup = (id: Cursor) => Cursor;

interface Heap {
  readonly metadata: Metadata;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly width: number;
  readonly startBytes: number;
  readonly mostDirectBytes: number;
  readonly rootAddress: number | null;
  readonly rootRows: number;
  /** Objects too large for the heap's blocks, by their number. */
  huge(): ReadonlyMap<number, HugeObject>;
}

interface HugeObject {
  readonly address: number;
  readonly length: number;
}

/**
 * Opens the heap at `address`. Source: HDF5 file format specification 3.0, section III.G.
 *
 * @throws Declined for filtered heaps and tiny objects.
 */
export function openFractalHeap(metadata: Metadata, address: number): HeapLookup {
  const head = metadata.at(address, 146, "a heap").signature("FRHP");
  const filterBytes = head.skip(1 + 2).u16();
  verifyHead(metadata, address, filterBytes);
  // Only now: a damaged length must not send the file to h5wasm.
  if (filterBytes !== 0) throw new Declined("filtered heaps");
  const mostManagedBytes = head.skip(1).u32();
  const hugeAddress = head.skip(8).address();
  head.skip(10 * 8);
  const width = head.u16();
  const startBytes = head.u64();
  const mostDirectBytes = head.u64();
  const heapBits = head.u16();
  const rootAddress = head.skip(2).address();
  const rootRows = head.u16();
  if (width === 0 || startBytes === 0 || mostDirectBytes < startBytes)
    throw head.corrupt("a heap without blocks");
  const lengthBytes = Math.min(Math.ceil(Math.log2(mostDirectBytes) / 8), bytesToHold(mostManagedBytes));
  const offsetBytes = Math.ceil(heapBits / 8);
  const huge = once(() => readHugeObjects(metadata, hugeAddress));
  const heap: Heap = {
    metadata,
    offsetBytes,
    lengthBytes,
    width,
    startBytes,
    mostDirectBytes,
    rootAddress,
    rootRows,
    huge,
  };
  const spend = blockBudget(metadata, "the objects of a heap");
  return (id) => {
    const object = lookUp(heap, id);
    spend(address, object.bytes.length);
    return object;
  };
}

/** The checksum stands after the filters, which a size and a mask of 12 bytes precede where there are any. */
function verifyHead(metadata: Metadata, address: number, filterBytes: number): void {
  const end = 142 + (filterBytes > 0 ? 12 + filterBytes : 0);
  verify(metadata, address, metadata.at(address, end, "a heap"), end);
}

function lookUp(heap: Heap, id: Cursor): Cursor {
  const kind = (id.u8() >> 4) & 3;
  if (kind === 2) throw new Declined("tiny heap objects");
  if (kind === 1) return hugeObject(heap, id);
  const offset = id.unsigned(heap.offsetBytes);
  const length = id.unsigned(heap.lengthBytes);
  const { metadata, rootAddress } = heap;
  if (rootAddress === null) throw id.corrupt("an object of an empty heap");
  const address =
    heap.rootRows === 0 ? rootAddress + offset : addressIn(heap, rootAddress, heap.rootRows, offset, id);
  return metadata.at(address, length, "a heap's object");
}

function hugeObject({ metadata, huge }: Heap, id: Cursor): Cursor {
  const object = huge().get(id.unsigned(Math.min(8, id.remaining)));
  if (object === undefined) throw id.corrupt("an object that its heap does not hold");
  return metadata.at(object.address, object.length, "a heap's object");
}

/** A record: address, length, number. Specification section III.A.2, record type 1. */
function readHugeObjects(metadata: Metadata, address: number | null): ReadonlyMap<number, HugeObject> {
  const objects = new Map<number, HugeObject>();
  if (address === null) return objects;
  readTreeRecords(metadata, address, (record) => {
    if (record.bytes.length !== 24) throw new Declined("filtered or directly addressed huge heap objects");
    const object = { address: record.u64(), length: record.u64() };
    objects.set(record.u64(), object);
  });
  return objects;
}

/** Address of the byte that stands `offset` bytes into the space of the indirect block at `block`. */
function addressIn(heap: Heap, block: number, rows: number, offset: number, id: Cursor): number {
  const { metadata, width, startBytes, mostDirectBytes } = heap;
  let rowStart = 0;
  for (let row = 0; row < rows; row++) {
    const blockBytes = startBytes * 2 ** Math.max(0, row - 1);
    if (offset < rowStart + width * blockBytes) {
      const column = Math.floor((offset - rowStart) / blockBytes);
      const entry = 5 + 8 + heap.offsetBytes + (row * width + column) * 8;
      metadata.at(block, 4, "a heap's block").signature("FHIB");
      const child = metadata.at(block + entry, 8, "a heap's block").u64();
      const rest = offset - rowStart - column * blockBytes;
      if (blockBytes <= mostDirectBytes) return child + rest;
      const childRows = Math.log2(blockBytes / startBytes / width) + 1;
      return addressIn(heap, child, childRows, rest, id);
    }
    rowStart += width * blockBytes;
  }
  throw id.corrupt("an object outside its heap");
}
