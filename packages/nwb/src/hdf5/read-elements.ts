import { BraidynError } from "@braidyn/core";
import type { ByteSource } from "./source.ts";
import { chunksIn, type ChunkGrid } from "./chunk-grid.ts";
import { findChunks, type Chunk } from "./chunks.ts";
import type { Dataset } from "./dataset.ts";
import { elementCount } from "./dataspace.ts";
import { corrupt, tooLarge } from "./errors.ts";
import { filterOverhead, undoFilters, type Inflate } from "./filters.ts";
import type { Metadata } from "./metadata.ts";
import type { ReadLimits } from "./reader.ts";
import { scatter } from "./scatter.ts";

/** What reading elements needs of an open file. */
export interface ElementSource {
  /** What is read, for errors. */
  readonly what: string;
  readonly source: ByteSource;
  readonly metadata: Metadata;
  readonly limits: ReadLimits;
  readonly inflate: Inflate;
  /** Runs a parser until every block that it wants is there. */
  run<T>(parser: () => T): Promise<T>;
}

/** Deflate cannot shrink anything further than this. */
const mostDeflation = 1032;
/** A dataset may have chunks that were never written, but no NWB file is mostly holes. */
const mostUnwrittenBytes = 64 * 1024 * 1024;
/** A chunk may be larger than a small dataset that can grow, but not by this much. */
const mostChunkBytes = 16 * 1024 * 1024;
/** Adjacent chunks are read together up to this many stored bytes. */
const runBytes = 4 * 1024 * 1024;

/** The stored bytes of rows `from <= row < to`, filters undone, in C order. Every size is checked before it is allocated. */
export async function readElements(
  file: ElementSource,
  dataset: Dataset,
  from: number,
  to: number,
): Promise<Uint8Array> {
  const { label } = file.metadata;
  const rows = rowCount(dataset);
  const rowBytes = rows === 0 ? 0 : (elementCount(dataset.shape) / rows) * dataset.type.size;
  const bytes = (to - from) * rowBytes;
  const limit = file.limits.maxReadBytes;
  if (!(bytes <= limit)) throw tooLarge(label, file.what, bytes, limit);
  if (bytes === 0) return new Uint8Array(0);
  switch (dataset.layout.kind) {
    case "compact":
      return compactBytes(file, dataset, dataset.layout.bytes, from * rowBytes, bytes);
    case "contiguous":
      return contiguousBytes(file, dataset, dataset.layout, from * rowBytes, bytes);
    case "chunked":
      return chunkedBytes(file, dataset, from, to, bytes);
  }
}

/** Length of the first dimension; a scalar is one row. */
export function rowCount(dataset: Dataset): number {
  return dataset.shape === null ? 0 : (dataset.shape[0] ?? 1);
}

function compactBytes(
  file: ElementSource,
  dataset: Dataset,
  stored: Uint8Array,
  start: number,
  bytes: number,
): Uint8Array {
  if (start + bytes > stored.length) throw shorter(file, dataset);
  return stored.slice(start, start + bytes);
}

async function contiguousBytes(
  file: ElementSource,
  dataset: Dataset,
  layout: { address: number | null; bytes: number },
  start: number,
  bytes: number,
): Promise<Uint8Array> {
  const { source, metadata } = file;
  if (layout.address === null) return filled(file, dataset, bytes);
  if (start + bytes > layout.bytes) throw shorter(file, dataset);
  const offset = metadata.offsetOf(layout.address) + start;
  checkEnd(source, offset + bytes);
  // A few samples out of many lie alone: the block around them would be of no more use.
  const isPart = source.isDistant === true && bytes < layout.bytes;
  if (bytes <= source.blockBytes && !isPart) {
    const address = (layout.address as number) + start;
    return (await file.run(() => metadata.at(address, bytes, "data"))).bytes.slice();
  }
  const out = new Uint8Array(bytes);
  await readInto(source, out, offset);
  return out;
}

async function readInto(source: ByteSource, target: Uint8Array, offset: number): Promise<void> {
  if (source.readSync !== undefined) source.readSync(target, offset);
  else await source.read(target, offset);
}

async function chunkedBytes(
  file: ElementSource,
  dataset: Dataset,
  from: number,
  to: number,
  bytes: number,
): Promise<Uint8Array> {
  const { source, metadata } = file;
  const { layout } = dataset;
  if (layout.kind !== "chunked") throw new TypeError("not a chunked dataset");
  const { grid, chunks, expected } = await chunksOf(file, dataset, from, to);
  const { chunkBytes } = grid;
  const unwritten = Math.min(bytes, (expected - chunks.length) * chunkBytes);
  const out = unwritten > 0 ? filled(file, dataset, bytes, unwritten) : new Uint8Array(bytes);

  const runs = adjacentRuns(chunks);
  const readRun = async (run: readonly Chunk[]): Promise<void> => {
    const start = (run[0] as Chunk).address;
    const last = run.at(-1) as Chunk;
    const stored = new Uint8Array(last.address + last.bytes - start);
    await readInto(source, stored, metadata.offsetOf(start));
    for (const chunk of run) {
      const part = stored.subarray(chunk.address - start, chunk.address - start + chunk.bytes);
      const place = { label: metadata.label, offset: metadata.offsetOf(chunk.address) };
      const filters = layout.plainEdges && sticksOut(chunk, grid) ? [] : dataset.filters;
      const plain = await undoFilters(part, filters, chunk.mask, chunkBytes, file.inflate, place);
      scatter(chunk, plain, grid, dataset.type.size, from, to, out);
    }
  };
  // Several runs at once keep the network and the inflating threads busy; few where chunks are large.
  const width = Math.max(1, Math.min(6, Math.floor(mostUnwrittenBytes / chunkBytes)));
  await eachOf(runs, width, readRun);
  return out;
}

/** The chunks that hold rows `from <= row < to`, each checked before anything of its size is allocated. */
async function chunksOf(
  file: ElementSource,
  dataset: Dataset,
  from: number,
  to: number,
): Promise<{ grid: ChunkGrid; chunks: readonly Chunk[]; expected: number }> {
  const { metadata } = file;
  const { layout, shape, mostShape } = dataset;
  if (layout.kind !== "chunked" || shape === null) throw new TypeError("not a chunked dataset");
  const chunkBytes = layout.chunk.reduce((product, length) => product * length, dataset.type.size);
  const filtered = dataset.filters.length > 0;
  const grid: ChunkGrid = { shape, mostShape, chunk: layout.chunk, chunkBytes, filtered };
  const chunks = await file.run(() => findChunks(metadata, layout.index, grid, from, to));
  const expected = chunksIn(grid, from, to);
  if (chunks.length > expected) {
    const place = metadata.offsetOf(dataset.address);
    throw corrupt(metadata.label, place, `${chunks.length} chunks in a grid of ${expected}`);
  }
  for (const chunk of chunks) checkChunk(file, grid, chunk);
  return { grid, chunks, expected };
}

/** A dataset's chunks as they are stored, filters not undone. */
export interface StoredChunks {
  /** Lengths of a chunk. */
  readonly chunk: readonly number[];
  /** In the order of their places in the data; `offset` is where each stands in the file. */
  readonly chunks: readonly (Omit<Chunk, "address"> & { readonly offset: number })[];
}

/** Finds all chunks of a dataset. */
export async function storedChunks(file: ElementSource, dataset: Dataset): Promise<StoredChunks> {
  const { layout, filters } = dataset;
  if (layout.kind !== "chunked") throw new TypeError("not a chunked dataset");
  if (elementCount(dataset.shape) === 0) return { chunk: layout.chunk, chunks: [] };
  const { grid, chunks } = await chunksOf(file, dataset, 0, rowCount(dataset));
  const unfiltered = 2 ** filters.length - 1;
  return {
    chunk: layout.chunk,
    chunks: [...chunks].sort(byOrigin).map(({ address, origin, bytes, mask }) => ({
      ...{ origin, bytes, offset: file.metadata.offsetOf(address) },
      mask: layout.plainEdges && sticksOut({ origin }, grid) ? unfiltered : mask,
    })),
  };
}

function byOrigin(a: Chunk, b: Chunk): number {
  const d = a.origin.findIndex((start, i) => start !== b.origin[i]);
  return d < 0 ? 0 : (a.origin[d] as number) - (b.origin[d] as number);
}

function sticksOut({ origin }: Pick<Chunk, "origin">, { shape, chunk }: ChunkGrid): boolean {
  return origin.some((start, d) => start + (chunk[d] as number) > (shape[d] as number));
}

/** Refuses a chunk that cannot be what its index says, before anything of its size is allocated. */
function checkChunk(file: ElementSource, grid: ChunkGrid, chunk: Chunk): void {
  const { metadata, source, limits } = file;
  const offset = metadata.offsetOf(chunk.address);
  const possible = grid.filtered ? (chunk.bytes + 64) * mostDeflation : chunk.bytes;
  const most = grid.filtered ? grid.chunkBytes + filterOverhead(grid.chunkBytes) : grid.chunkBytes;
  const plausible = Math.max(mostChunkBytes, 2 * dataBytes(grid));
  if (!(grid.chunkBytes <= Math.min(possible, plausible, limits.maxReadBytes) && chunk.bytes <= most)) {
    throw corrupt(metadata.label, offset, `${chunk.bytes} bytes for a chunk of ${grid.chunkBytes}`);
  }
  checkEnd(source, offset + chunk.bytes);
}

/** Bytes of the whole dataset before the filters. */
function dataBytes({ shape, chunk, chunkBytes }: ChunkGrid): number {
  return shape.reduce((bytes, length, d) => (bytes * length) / (chunk[d] as number), chunkBytes);
}

function checkEnd(source: ByteSource, end: number): void {
  if (end > source.size) {
    throw new BraidynError("NWB_TRUNCATED", { path: source.label, size: source.size, what: "data", end });
  }
}

/** `bytes` of the fill value. */
function filled(file: ElementSource, dataset: Dataset, bytes: number, unwritten = bytes): Uint8Array {
  const { label } = file.metadata;
  if (unwritten > mostUnwrittenBytes) {
    throw corrupt(
      label,
      file.metadata.offsetOf(dataset.address),
      `${unwritten} bytes that were never written`,
    );
  }
  const out = new Uint8Array(bytes);
  const { fill } = dataset;
  if (fill !== null) repeat(fill, out);
  return out;
}

/** Fills `out` with copies of `part`, doubling what is there. */
function repeat(part: Uint8Array, out: Uint8Array): void {
  out.set(part.subarray(0, out.length));
  for (let done = part.length; done < out.length; done *= 2) out.copyWithin(done, 0, done);
}

function shorter(file: ElementSource, dataset: Dataset): Error {
  const { metadata } = file;
  return corrupt(
    metadata.label,
    metadata.offsetOf(dataset.address),
    "a dataset with fewer bytes than its shape needs",
  );
}

/** Groups chunks that stand one after another in the file. */
function adjacentRuns(chunks: readonly Chunk[]): Chunk[][] {
  const sorted = [...chunks].sort((a, b) => a.address - b.address);
  const runs: Chunk[][] = [];
  let run: Chunk[] = [];
  for (const chunk of sorted) {
    const previous = run.at(-1);
    const start = run[0]?.address ?? 0;
    const adjacent = previous !== undefined && chunk.address === previous.address + previous.bytes;
    if (!adjacent || chunk.address + chunk.bytes - start > runBytes) runs.push((run = []));
    run.push(chunk);
  }
  return runs;
}

/** Runs `work` on every item, at most `width` at a time; stops at the first error. */
async function eachOf<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next++] as T);
  };
  try {
    await Promise.all(Array.from({ length: width }, lane));
  } finally {
    next = items.length;
  }
}
