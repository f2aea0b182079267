import { BraidynError } from "@braidyn/core";
import type { ByteSource } from "../hdf5/source.ts";
import { connection, type Transport } from "./connection.ts";
import { download } from "./download.ts";
import { readHead, type Head } from "./head.ts";
import { identityCheck, type Identity } from "./identity.ts";
import { keptFile, packKey } from "./kept-blocks.ts";
import type { PackStore } from "./pack-store.ts";
import { readQueue } from "./read-queue.ts";

/** A file behind an address. */
export interface RemoteFile {
  readonly url: string;
  /** How errors call it; must not hold what is secret in the address. */
  readonly label: string;
  /** What is known of it from elsewhere; its first bytes are fetched meanwhile. */
  readonly known: KnownFile | Promise<KnownFile>;
  readonly transport: Transport;
  /** Where its metadata are kept for the next time; null for nowhere. */
  readonly packs: PackStore | null;
  /** Ends every request. */
  readonly signal: AbortSignal | undefined;
  /** How much to read at once; one block by default. With 0, what is `known` is believed and nothing read. */
  readonly headBytes?: number | undefined;
}

/** What another server says of a file. */
export interface KnownFile {
  /** Length in bytes; where it is not known, the file's own server is asked. */
  readonly sizeBytes?: number | undefined;
  /** A better name than its address. */
  readonly label?: string | undefined;
}

/** A file on the network. */
export interface HttpSource extends ByteSource {
  readonly identity: Identity;
}

/**
 * The metadata of a session lie in some thirty places of a few kilobytes, megabytes apart. For dF/F with its clock,
 * trials and regions, blocks of 8, 16 and 32 KiB take 37, 31 and 30 requests; smaller ones bring less that nobody wants.
 */
const blockBytes = 16 * 1024;
/** The first block holds the superblock and much of the root. */
const usualHeadBytes = blockBytes;

/**
 * Reads a file by HTTP ranges.
 *
 * @throws BraidynError `NWB_UNREACHABLE`, `NWB_NOT_FOUND`, `NWB_DENIED`, `NWB_NO_RANGES`, `NWB_NO_SIZE`,
 * `NWB_WRONG_ANSWER`; `NWB_CHANGED` when the file is replaced while it is open. Reads too.
 */
export async function httpSource({
  url,
  label,
  known,
  transport,
  packs,
  signal,
  headBytes = usualHeadBytes,
}: RemoteFile): Promise<HttpSource> {
  const closing = new AbortController();
  const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
  const server = connection(url, label, transport);
  const knownSize = Promise.resolve(known).then(({ sizeBytes }) => sizeBytes);
  knownSize.catch(() => undefined); // `known` itself is waited for
  const [head, { label: name = label }] = await Promise.all([
    headBytes === 0 ? believed(label, knownSize) : readHead(server, headBytes, knownSize, ended),
    known,
  ]).catch((error: unknown) => {
    closing.abort();
    throw error;
  });
  const { bytes: first, ...identity } = head;
  const { size, etag } = identity;
  const file = identityCheck(name, identity);
  const key = packKey(etag, size, url.replace(/\?.*/s, ""));
  const kept =
    packs === null || key === null
      ? undefined
      : await keptFile(packs, { key, fileSize: size, blockBytes }, first);
  const onAnswer = (response: Response): void => {
    try {
      file.check(response);
    } catch (error) {
      kept?.spoil();
      throw error;
    }
  };
  const request = { connection: server, signal: ended, onAnswer };
  const read = readQueue((target, offset) => download({ ...request, offset, target }));
  const checkEnd = (end: number) => {
    ended.throwIfAborted();
    if (end > size) throw new BraidynError("NWB_TRUNCATED", { path: name, size, what: "a read", end });
  };

  return {
    label: name,
    size,
    blockBytes,
    isDistant: true,
    ...(kept === undefined ? {} : { kept }),
    get identity() {
      return file.identity;
    },
    async read(target, offset) {
      const end = offset + target.length;
      checkEnd(end);
      if (first.length > 0 && end <= first.length) target.set(first.subarray(offset, end));
      else await read(target, offset);
    },
    async readArriving(target, offset, arrived) {
      checkEnd(offset + target.length);
      await download({ ...request, offset, target, arrived });
    },
    close() {
      kept?.save();
      closing.abort(new BraidynError("NWB_CLOSED", { path: name }));
    },
  };
}

/** A head that is not read: the size is known from elsewhere. @throws BraidynError `NWB_NO_SIZE` */
async function believed(label: string, knownSize: Promise<number | undefined>): Promise<Head> {
  const size = await knownSize;
  if (size === undefined) throw new BraidynError("NWB_NO_SIZE", { path: label });
  return { size, etag: null, lastModified: null, bytes: new Uint8Array(0) };
}
