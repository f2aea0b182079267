import { readAttributes, type Attributes } from "./attributes.ts";
import { blockCache, cacheBytes, CacheMiss, type BlockCache } from "./block-cache.ts";
import { readDataset, type Dataset } from "./dataset.ts";
import { elementCount } from "./dataspace.ts";
import { decode, isNumeric, type DecodeContext } from "./decode.ts";
import { corrupt, tooLarge, unsupported } from "./errors.ts";
import { readHeapCollection, type HeapCollection } from "./global-heap.ts";
import { platformInflate } from "./inflate.ts";
import { readGroup, type Group } from "./links.ts";
import { metadata as metadataOf, type Metadata } from "./metadata.ts";
import { once } from "./once.ts";
import { readObjectHeader, type HeaderMessage } from "./object-header.ts";
import { readElements, rowCount, type ElementSource } from "./read-elements.ts";
import type { DatasetInfo, Hdf5Reader, ReadLimits } from "./reader.ts";
import type { ByteSource } from "./source.ts";
import { nextRanges, type SymbolTable } from "./symbol-table.ts";
import { readSuperblock } from "./superblock.ts";
import type { AttributeValue } from "./values.ts";

const mostSoftLinks = 32;

/**
 * Opens an HDF5 file with our own reader: one synchronous parser that starts over when a block is missing, so that it
 * serves files and networks alike.
 *
 * @throws BraidynError `NWB_NOT_HDF5`, `NWB_TRUNCATED`, `NWB_CORRUPT`, `NWB_UNSUPPORTED`; any method too.
 * @throws Declined for sound features that it leaves to h5wasm; any method too.
 */
export async function openOwnReader(source: ByteSource, limits: ReadLimits): Promise<Hdf5Reader> {
  const cache = blockCache(source);
  const run = <T>(parser: () => T) => runOver(cache, parser);
  const { baseAddress, rootAddress, rootTable } = await run(() => readSuperblock(cache));
  const metadata = metadataOf(cache, baseAddress);
  const objects = objectTable(metadata, { address: rootAddress, table: rootTable });
  const elements: Omit<ElementSource, "what"> = {
    source,
    metadata,
    limits,
    run,
    inflate: platformInflate(),
  };

  return {
    label: source.label,
    members: (path) =>
      run(() => {
        const links = objects.group(path, "links")?.all();
        return links ? [...links.keys()].sort() : null;
      }),
    names: (path) => run(() => objects.group(path, "names")?.names().toSorted() ?? null),
    dataset: (path) =>
      run(() => {
        const dataset = objects.find(path)?.dataset();
        return dataset ? describe(dataset) : null;
      }),
    attributes: (path) =>
      run(() => {
        const values = new Map<string, AttributeValue>();
        const object = objects.find(path);
        if (object === null) return values;
        const context = objects.decodeContext(object.address, path, limits.maxReadBytes / 8);
        for (const [name, value] of object.attributes()) values.set(name, value(context));
        return values;
      }),
    async read(path, rows) {
      const dataset = await run(() => objects.find(path)?.dataset());
      if (!dataset) throw unsupported(source.label, `${path}, which is no dataset`);
      const [from, to] = rows ?? [0, rowCount(dataset)];
      if (!(from >= 0 && from <= to && to <= rowCount(dataset))) {
        throw new RangeError(`rows [${from}, ${to}) of ${path}, which has ${rowCount(dataset)}`);
      }
      const count =
        rowCount(dataset) === 0 ? 0 : (elementCount(dataset.shape) / rowCount(dataset)) * (to - from);
      // Strings and objects take several times their stored bytes.
      const maxReadBytes = limits.maxReadBytes / (isNumeric(dataset.type) ? 1 : 4);
      const scoped = { ...elements, what: path, limits: { maxReadBytes } };
      const bytes = await readElements(scoped, dataset, from, to);
      return run(() => {
        const context = objects.decodeContext(dataset.address, path, limits.maxReadBytes);
        return decode(bytes, dataset.type, count, context);
      });
    },
    close: () => source.close(),
  };
}

/** Runs a parser, fetches what it lacks and runs it again, until it has everything. */
export async function runOver<T>(cache: BlockCache, parser: () => T): Promise<T> {
  const { label } = cache.source;
  let fetched = 0;
  for (;;) {
    try {
      return parser();
    } catch (error) {
      if (!(error instanceof CacheMiss)) throw error;
      fetched += cache.cost(error.ranges);
      // What does not fit into the cache at once would push itself out for ever.
      if (fetched > cacheBytes) throw corrupt(label, 0, `${fetched} bytes of metadata for one object`);
      await cache.fill(error.ranges);
    }
  }
}

function describe({ shape, type }: Dataset): DatasetInfo {
  const text = type.kind === "string" || (type.kind === "vlen" && type.text);
  const boolean = type.kind === "enum" && type.boolean;
  const elements = text ? "string" : boolean ? "boolean" : isNumeric(type) ? "number" : "other";
  return { shape, elements, elementBytes: type.size };
}

/** One object, its parts parsed when they are asked for and kept. */
export interface ParsedObject {
  readonly address: number;
  readonly messages: readonly HeaderMessage[];
  group(): Group | null;
  dataset(): Dataset | null;
  attributes(): Attributes;
}

export interface ObjectTable {
  /** The object whose header is at `address`. */
  at(address: number): ParsedObject;
  /** The object at an absolute path or a reference's text; null where there is none. */
  find(path: string): ParsedObject | null;
  /** The group there; null where there is none. */
  group(path: string, wanted: "names" | "links"): Group | null;
  /** @param limit most bytes of memory that the values may take. */
  decodeContext(address: number, what: string, limit: number): DecodeContext;
}

/** The objects of a file, each parsed once. */
export function objectTable(metadata: Metadata, root: Place): ObjectTable {
  const objects = new Map<number, ParsedObject>();
  const heap = heapTable(metadata);

  const decodeContext = (address: number, what: string, limit: number): DecodeContext => {
    let spent = 0;
    const spend = (bytes: number) => {
      spent += bytes;
      if (spent > limit) throw tooLarge(metadata.label, what, spent, limit);
    };
    return { label: metadata.label, origin: metadata.offsetOf(address), heap, spend };
  };

  const at = (address: number): ParsedObject => {
    const known = objects.get(address);
    if (known !== undefined) return known;
    const parsed = parsedObject(metadata, address, readObjectHeader(metadata, address));
    objects.set(address, parsed);
    return parsed;
  };

  /**
   * The group at a place. The link to it may say where its members are, so that they come along with its header. The
   * header has the last word: a group that has changed its kind leaves old links behind.
   */
  const groupAt = ({ address, table }: Place, wanted: "names" | "links" = "links"): Group | null => {
    if (table !== null && !objects.has(address)) {
      const header = { offset: address, length: Math.min(512, metadata.extent - address) };
      metadata.expect([header, ...nextRanges(metadata, table, wanted)]);
    }
    return at(address).group();
  };

  const follow = (start: Place, path: string, softLinks: { left: number }): Place | null => {
    let place = start;
    for (const name of path.split("/")) {
      if (name === "" || name === ".") continue;
      const link = groupAt(place)?.get(name);
      if (link === undefined) return null;
      if (link.kind === "external") throw unsupported(metadata.label, `${path}, which lies in another file`);
      if (link.kind === "hard") {
        place = link;
        continue;
      }
      if (--softLinks.left < 0) return null; // links that lead round in a circle lead nowhere
      const target = follow(link.path.startsWith("/") ? root : place, link.path, softLinks);
      if (target === null) return null;
      place = target;
    }
    return place;
  };

  const placeOf = (path: string): Place | null => {
    const reference = /^#(\d+)(\/.*)?$/.exec(path);
    const start = reference ? { address: Number(reference[1]), table: null } : root;
    return follow(start, reference ? (reference[2] ?? "") : path, { left: mostSoftLinks });
  };

  return {
    decodeContext,
    at,
    find(path) {
      const place = placeOf(path);
      return place === null ? null : at(place.address);
    },
    group(path, wanted) {
      const place = placeOf(path);
      return place === null ? null : groupAt(place, wanted);
    },
  };
}

/** An object's header, and what the link to it says of a group. */
export interface Place {
  readonly address: number;
  readonly table: SymbolTable | null;
}

function parsedObject(metadata: Metadata, address: number, messages: readonly HeaderMessage[]): ParsedObject {
  return {
    address,
    messages,
    group: once(() => readGroup(metadata, messages)),
    dataset: once(() => readDataset(metadata, address, messages)),
    attributes: once(() => readAttributes(metadata, messages)),
  };
}

/** Heap collections by address. Together they are no longer than the file, unless it is made to waste time. */
function heapTable(metadata: Metadata): (address: number) => HeapCollection {
  const collections = new Map<number, HeapCollection>();
  let bytes = 0;
  return (address) => {
    const known = collections.get(address);
    if (known !== undefined) return known;
    const collection = readHeapCollection(metadata, address);
    for (const object of collection.values()) bytes += object.length + 16;
    if (bytes > metadata.extent * 2) {
      throw corrupt(metadata.label, metadata.offsetOf(address), "global heaps that overlap");
    }
    collections.set(address, collection);
    return collection;
  };
}
