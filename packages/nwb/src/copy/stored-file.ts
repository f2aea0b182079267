import { BraidynError } from "@braidyn/core";
import { attributeParts, eachAttribute } from "../hdf5/attributes.ts";
import { blockCache } from "../hdf5/block-cache.ts";
import { datatypeMessage } from "../hdf5/committed-datatype.ts";
import type { Cursor } from "../hdf5/cursor.ts";
import type { Dataset } from "../hdf5/dataset.ts";
import { elementCount, readDataspace, type Shape } from "../hdf5/dataspace.ts";
import { readDatatype, type Datatype } from "../hdf5/datatype.ts";
import { corrupt, Declined, unsupported } from "../hdf5/errors.ts";
import { platformInflate } from "../hdf5/inflate.ts";
import type { Links } from "../hdf5/links.ts";
import { metadata as metadataOf, type Metadata } from "../hdf5/metadata.ts";
import { messageType, type HeaderMessage } from "../hdf5/object-header.ts";
import { objectTable, runOver, type ObjectTable, type ParsedObject } from "../hdf5/own-reader.ts";
import {
  readElements,
  rowCount,
  storedChunks,
  type ElementSource,
  type StoredChunks,
} from "../hdf5/read-elements.ts";
import type { ByteSource } from "../hdf5/source.ts";
import { readSuperblock } from "../hdf5/superblock.ts";
import { hasPointers, storedElements, type StoredElements } from "./stored-elements.ts";

/** A datatype with its message, as stored. */
export interface StoredType {
  readonly type: Datatype;
  readonly message: Uint8Array;
}

export interface StoredAttribute extends StoredType {
  readonly name: string;
  readonly shape: Shape;
  readonly elements: StoredElements;
}

/** Where a dataset's elements stand in the source, or the elements themselves where they hold addresses. */
export type StoredData =
  | { readonly kind: "inline"; readonly elements: StoredElements }
  | { readonly kind: "compact"; readonly bytes: Uint8Array }
  | { readonly kind: "contiguous"; readonly offset: number | null; readonly bytes: number }
  | ({ readonly kind: "chunked" } & StoredChunks);

export interface StoredDataset extends StoredType {
  readonly shape: Shape;
  readonly mostShape: Dataset["mostShape"];
  readonly data: StoredData;
  /** Messages that are copied as they are: the fill value, the filters. */
  readonly messages: readonly { readonly type: number; readonly body: Uint8Array }[];
}

/** One object of a file, as stored. */
export interface StoredObject {
  readonly address: number;
  /** Null for what is no group. */
  readonly links: Links | null;
  readonly attributes: readonly StoredAttribute[];
  /** Null for what is no dataset. */
  readonly dataset: StoredDataset | null;
}

/** A file seen as what it stores rather than as what that means: for copies that lose nothing. */
export interface StoredFile {
  readonly label: string;
  readonly source: ByteSource;
  readonly rootAddress: number;
  /** Address of the object at an absolute path; null where there is none. */
  find(path: string): Promise<number | null>;
  links(address: number): Promise<Links | null>;
  object(address: number): Promise<StoredObject>;
}

/** Most bytes that the elements of one dataset or of an object's attributes may take in memory. */
const maxReadBytes = 64 * 1024 * 1024;

/**
 * Opens a file for copying. Our own reader alone does it: what it leaves to h5wasm cannot be copied as it is stored.
 *
 * @throws BraidynError as `openOwnReader`, `NWB_UNSUPPORTED` for what cannot be copied faithfully; any method too.
 */
export async function openStoredFile(source: ByteSource): Promise<StoredFile> {
  const cache = blockCache(source);
  const run = <T>(parser: () => T) =>
    runOver(cache, parser).catch((error: unknown) => {
      throw error instanceof Declined ? unsupported(source.label, error.message) : error;
    });
  const { baseAddress, rootAddress, rootTable } = await run(() => readSuperblock(cache));
  const metadata = metadataOf(cache, baseAddress);
  const objects = objectTable(metadata, { address: rootAddress, table: rootTable });
  const inflate = await platformInflate();

  const readDataset = async (object: ParsedObject): Promise<StoredDataset | null> => {
    const dataset = await run(() => object.dataset());
    if (dataset === null) return null;
    const typed = await run(() => typeOf(metadata, object.messages));
    const what = `the object at ${object.address}`;
    const file = { what, source, metadata, limits: { maxReadBytes }, inflate, run };
    const data = async (): Promise<StoredData> => {
      if (!hasPointers(typed.type)) return dataOf(dataset, file);
      const bytes = await readElements(file, dataset, 0, rowCount(dataset));
      const count = elementCount(dataset.shape);
      const context = () => objects.decodeContext(object.address, what, maxReadBytes);
      return {
        kind: "inline",
        elements: await run(() => storedElements(bytes, typed.type, count, context())),
      };
    };
    const { shape, mostShape } = dataset;
    return { ...typed, shape, mostShape, data: await data(), messages: kept(object.messages, source.label) };
  };

  return {
    label: source.label,
    source,
    rootAddress,
    find: (path) => run(() => objects.find(path)?.address ?? null),
    links: (address) => run(() => objects.at(address).group()?.all() ?? null),
    async object(address) {
      const parsed = await run(() => objects.at(address));
      await run(() => refuseUnknown(parsed.messages, source.label));
      const links = await run(() => parsed.group()?.all() ?? null);
      const attributes = await run(() => readStoredAttributes(metadata, objects, parsed));
      return { address, links, attributes, dataset: await readDataset(parsed) };
    },
  };
}

async function dataOf(dataset: Dataset, file: ElementSource): Promise<StoredData> {
  const { layout, shape, type } = dataset;
  if (layout.kind === "chunked") return { kind: "chunked", ...(await storedChunks(file, dataset)) };
  const bytes = elementCount(shape) * type.size;
  const { label, size } = file.source;
  const stored = layout.kind === "compact" ? layout.bytes.length : layout.bytes;
  const written = layout.kind === "compact" || layout.address !== null;
  if (!(bytes <= (written ? stored : Number.MAX_SAFE_INTEGER))) {
    const what = "a dataset with fewer bytes than its shape needs";
    throw corrupt(label, file.metadata.offsetOf(dataset.address), what);
  }
  if (layout.kind === "compact") return { kind: "compact", bytes: layout.bytes.slice(0, bytes) };
  if (layout.address === null || bytes === 0) return { kind: "contiguous", offset: null, bytes };
  const offset = file.metadata.offsetOf(layout.address);
  if (offset + bytes > size) {
    throw new BraidynError("NWB_TRUNCATED", { path: label, size, what: "data", end: offset + bytes });
  }
  return { kind: "contiguous", offset, bytes };
}

function readStoredAttributes(
  metadata: Metadata,
  objects: ObjectTable,
  object: ParsedObject,
): StoredAttribute[] {
  const context = objects.decodeContext(object.address, "attributes", maxReadBytes);
  const attributes: StoredAttribute[] = [];
  eachAttribute(metadata, object.messages, (cursor) => {
    const { name, type, typeShared, space, data } = attributeParts(cursor);
    const typed = readType(datatypeMessage(metadata, type, typeShared));
    const shape = readDataspace(space);
    const count = elementCount(shape);
    const bytes = data.take(count * typed.type.size);
    attributes.push({ name, ...typed, shape, elements: storedElements(bytes, typed.type, count, context) });
  });
  // The order in a file depends on how it was made.
  return attributes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typeOf(metadata: Metadata, messages: readonly HeaderMessage[]): StoredType {
  const message = messages.find(({ type }) => type === messageType.datatype);
  if (message === undefined) throw new TypeError("a dataset without a type");
  return readType(datatypeMessage(metadata, message.body(), message.shared));
}

/** A datatype and the bytes that describe it, without the padding after them. */
function readType(cursor: Cursor): StoredType {
  const start = cursor.position;
  const type = readDatatype(cursor);
  return { type, message: cursor.bytes.slice(start, cursor.position) };
}

const copiedMessages: readonly number[] = [
  messageType.fillValue,
  messageType.oldFillValue,
  messageType.filters,
];

function kept(messages: readonly HeaderMessage[], label: string): { type: number; body: Uint8Array }[] {
  return messages
    .filter(({ type }) => copiedMessages.includes(type))
    .map(({ type, shared, body }) => {
      if (shared) throw unsupported(label, "shared messages");
      return { type, body: body().bytes.slice() };
    });
}

/**
 * Messages that say how an object is stored here, which the copy says anew: nothing, dataspace, links, datatype, fill
 * values, layout, group info, filters, attributes, times, continuation, symbol table, attribute info, counts.
 * Source: HDF5 file format specification 3.0, section IV.A.2.
 */
const understood = new Set([
  0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x08, 0x0a, 0x0b, 0x0c, 0x0e, 0x10, 0x11, 0x12, 0x15, 0x16,
]);

function refuseUnknown(messages: readonly HeaderMessage[], label: string): void {
  const unknown = messages.find(({ type }) => !understood.has(type));
  if (unknown !== undefined) throw unsupported(label, `objects with a message of type ${unknown.type}`);
}
