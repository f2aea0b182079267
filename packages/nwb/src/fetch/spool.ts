import { BraidynError } from "@braidyn/core";
import type { ByteRange } from "../hdf5/block-cache.ts";
import type { ByteSource } from "../hdf5/source.ts";
import type { PieceStore } from "./piece-store.ts";

/** A source whose bytes are kept as they come: what was read once is never asked for again. */
export interface Spool extends ByteSource {
  /** Bytes that were asked of the source. */
  readonly fetchedBytes: number;
  /** Bytes of `ranges` that still have to come. */
  missingBytes(ranges: readonly ByteRange[]): number;
  /** Has the bytes of `ranges` come. */
  fetch(ranges: readonly ByteRange[], how: FetchHow): Promise<void>;
}

export interface FetchHow {
  /** Most bytes of one request. */
  readonly partBytes: number;
  /** Runs a request when its turn comes. */
  run(request: () => Promise<void>): Promise<void>;
  readonly signal: AbortSignal;
}

/** A source that is opened once something of it is missing; opening it again gives the same. */
export interface UnopenedSource {
  readonly label: string;
  readonly size: number;
  open(): Promise<ByteSource>;
}

/** Blocks of what says where things are: small, for they lie far apart. */
const blockBytes = 32 * 1024;
/** What has come is kept as soon as it is this share of its request: so much a killed process loses. */
const keptShare = 1 / 32;

/** @param onBytes told how many bytes have come. */
export function openSpool(
  { label, size, open }: UnopenedSource,
  store: PieceStore,
  onBytes: (bytes: number) => void = () => {},
): Spool {
  let fetchedBytes = 0;
  const came = (bytes: number) => {
    fetchedBytes += bytes;
    onBytes(bytes);
  };

  const opened = async (): Promise<ByteSource> => {
    const source = await open();
    if (source.size === size) return source;
    throw new BraidynError("NWB_CHANGED", { path: label, what: `${size} -> ${source.size} bytes` });
  };

  /** Fetches a part and keeps it as it comes; gives it back, too. */
  const fetchPart = async ({ offset, length }: ByteRange): Promise<Uint8Array> => {
    const keptBytes = length * keptShare;
    const target = new Uint8Array(length);
    let keeping = Promise.resolve();
    let [kept, filled] = [0, 0];
    const keep = (to: number) => {
      const [from, bytes] = [kept, target.subarray(kept, to)];
      kept = to;
      keeping = keeping.then(async () => {
        await store.write(bytes, offset + from);
        came(bytes.length);
      });
      keeping.catch(() => undefined); // awaited below
    };
    const arrived = (_: number, to: number) => {
      filled = to;
      if (filled - kept >= keptBytes) keep(filled);
    };
    try {
      const source = await opened();
      if (source.readArriving === undefined) await source.read(target, offset);
      else await source.readArriving(target, offset, arrived);
      filled = length;
    } finally {
      if (filled > kept) keep(filled); // of a request that failed, too
      await keeping;
    }
    return target;
  };

  return {
    label,
    size,
    blockBytes,
    get fetchedBytes() {
      return fetchedBytes;
    },
    missingBytes: (ranges) =>
      ranges
        .flatMap(({ offset, length }) => store.missing(offset, length))
        .reduce((bytes, { length }) => bytes + length, 0),
    async read(target, offset) {
      const gaps = store.missing(offset, target.length);
      const [gap] = gaps;
      if (gaps.length === 1 && gap?.length === target.length) return target.set(await fetchPart(gap));
      await Promise.all(gaps.map(fetchPart));
      await store.read(target, offset);
    },
    async fetch(ranges, { partBytes, run, signal }) {
      const failing = new AbortController();
      const parts = ranges
        .flatMap(({ offset, length }) => store.missing(offset, length))
        .flatMap((gap) => partsOf(gap, partBytes));
      const fetched = parts.map((part) =>
        run(async () => {
          signal.throwIfAborted();
          if (failing.signal.aborted) return; // the rest is of no use without this part
          await fetchPart(part);
        }).catch((error: unknown) => {
          failing.abort();
          throw error;
        }),
      );
      const failed = (await Promise.allSettled(fetched)).find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
    },
    close() {}, // the source is not its own
  };
}

function partsOf({ offset, length }: ByteRange, partBytes: number): ByteRange[] {
  const count = Math.ceil(length / partBytes);
  return Array.from({ length: count }, (_, i) => ({
    offset: offset + i * partBytes,
    length: Math.min(partBytes, length - i * partBytes),
  }));
}
