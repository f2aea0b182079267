import { lookup3 } from "../hdf5/checksum.ts";
import { chunkTreeBytes, encodeChunkTree, type PlacedChunk } from "./chunk-tree.ts";
import type { CopiedObject, CopiedTree } from "./copied-tree.ts";
import { aligned, join, number, undefinedAddress } from "./encode.ts";
import { encodeCollection, layOutHeap } from "./heap.ts";
import { encodeHeader, type AddressBook } from "./object-header.ts";
import type { StoredElements } from "./stored-elements.ts";
import type { StoredData } from "./stored-file.ts";

/** Some bytes of a file: given, or to be copied from the source. */
export type ImagePart = { readonly at: number } & (
  { readonly bytes: Uint8Array } | { readonly source: { readonly offset: number; readonly length: number } }
);

/** A whole file, its bulk not yet read. */
export interface FileImage {
  readonly size: number;
  /** In the order in which they stand; what lies between two is zeros. */
  readonly parts: readonly ImagePart[];
}

const superblockBytes = 48;

/**
 * Lays out a file that holds `tree`: all that says what is in it first, then the data, in the tree's order. Data are copied
 * byte for byte, chunks with their filters as they are; the same tree gives the same file.
 *
 * @throws BraidynError `NWB_UNSUPPORTED`
 */
export function fileImage({ objects }: CopiedTree, label: string): FileImage {
  let end = superblockBytes;
  const take = (bytes: number): number => {
    const at = aligned(end);
    end = at + bytes;
    return at;
  };
  const linkCounts = countLinks(objects);
  const encode = (object: CopiedObject, book: AddressBook) =>
    encodeHeader(object, linkCounts.get(object.address) ?? 1, book, label);

  const lengthsOnly: AddressBook = { header: () => 0, data: () => 0, elements: ({ bytes }) => bytes };
  const headers = new Map(objects.map((each) => [each.address, take(encode(each, lengthsOnly).length)]));
  const heap = layOutHeap(heapObjects(objects));
  const collections = heap.collections.map(({ bytes }) => take(bytes));
  const data = new Map<number, PlacedData>();
  for (const { address, dataset } of objects) {
    if (dataset !== null) data.set(address, placeData(dataset.data, take));
  }

  const headerAt = (address: number): number => {
    const at = headers.get(address);
    if (at === undefined) throw new TypeError(`the object at ${address} is not in the copy`);
    return at;
  };
  const elements = (stored: StoredElements): Uint8Array => {
    const bytes = stored.bytes.slice();
    for (const pointer of stored.pointers) {
      if (pointer.kind === "reference") bytes.set(number(headerAt(pointer.target), 8), pointer.at);
      else bytes.set(heapPointer(pointer), pointer.at);
    }
    return bytes;
  };
  const heapPointer = ({ length, object }: { length: number; object: StoredElements }): Uint8Array => {
    if (length === 0) return new Uint8Array(16);
    const { collection, index } = heap.slot(object);
    return join(number(length, 4), number(collections[collection] as number, 8), number(index, 4));
  };
  const book: AddressBook = {
    header: headerAt,
    data: (address) => data.get(address)?.address ?? null,
    elements,
  };
  const root = headerAt((objects[0] as CopiedObject).address);
  return {
    size: end,
    parts: [
      { at: 0, bytes: superblock(root, end) },
      ...objects.map((object) => ({ at: headerAt(object.address), bytes: encode(object, book) })),
      ...heap.collections.map((collection, i) => ({
        at: collections[i] as number,
        bytes: encodeCollection(collection, elements),
      })),
      ...[...data.values()].flatMap(({ parts }) => parts(elements)),
    ],
  };
}

interface PlacedData {
  readonly address: number | null;
  parts(encode: (elements: StoredElements) => Uint8Array): ImagePart[];
}

function placeData(data: StoredData, take: (bytes: number) => number): PlacedData {
  const nothing: PlacedData = { address: null, parts: () => [] };
  switch (data.kind) {
    case "compact":
      return nothing;
    case "inline": {
      if (data.elements.bytes.length === 0) return nothing;
      const at = take(data.elements.bytes.length);
      return { address: at, parts: (encode) => [{ at, bytes: encode(data.elements) }] };
    }
    case "contiguous": {
      if (data.offset === null) return nothing;
      const at = take(data.bytes);
      const source = { offset: data.offset, length: data.bytes };
      return { address: at, parts: () => [{ at, source }] };
    }
    case "chunked": {
      if (data.chunks.length === 0) return nothing;
      const tree = take(chunkTreeBytes(data.chunks.length, data.chunk.length));
      const placed: PlacedChunk[] = data.chunks.map((chunk) => ({ ...chunk, address: take(chunk.bytes) }));
      return {
        address: tree,
        parts: () => [
          { at: tree, bytes: encodeChunkTree(placed, data.chunk, tree) },
          ...data.chunks.map(({ offset, bytes }, i) => ({
            at: (placed[i] as PlacedChunk).address,
            source: { offset, length: bytes },
          })),
        ],
      };
    }
  }
}

/** Every variable-length value, in the order of the objects; those within others before them. */
function* heapObjects(objects: readonly CopiedObject[]): Generator<StoredElements> {
  for (const { attributes, dataset } of objects) {
    for (const { elements } of attributes) yield* valuesIn(elements);
    if (dataset?.data.kind === "inline") yield* valuesIn(dataset.data.elements);
  }
}

function* valuesIn({ pointers }: StoredElements): Generator<StoredElements> {
  for (const pointer of pointers) {
    if (pointer.kind !== "heap" || pointer.length === 0) continue;
    yield* valuesIn(pointer.object);
    yield pointer.object;
  }
}

/** Hard links to every object; the file itself holds on to the root. */
function countLinks(objects: readonly CopiedObject[]): Map<number, number> {
  const counts = new Map<number, number>([[(objects[0] as CopiedObject).address, 1]]);
  for (const { members } of objects) {
    for (const link of members?.values() ?? []) {
      if (link.kind === "object") counts.set(link.address, (counts.get(link.address) ?? 0) + 1);
    }
  }
  return counts;
}

/** Version 2. Source: HDF5 file format specification 3.0, section II.A. */
function superblock(root: number, end: number): Uint8Array {
  const signature = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
  const block = join(
    signature,
    Uint8Array.of(2, 8, 8, 0),
    number(0, 8),
    undefinedAddress,
    number(end, 8),
    number(root, 8),
  );
  return join(block, number(lookup3(block), 4));
}
