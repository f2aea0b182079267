import { BraidynError } from "@braidyn/core";
import type { ByteSource } from "../hdf5/source.ts";
import { connection, type Transport } from "./connection.ts";
import { download } from "./download.ts";
import { readHead } from "./head.ts";
import { identityCheck, type Identity } from "./identity.ts";
import { readQueue } from "./read-queue.ts";

/** A file behind an address. */
export interface RemoteFile {
  readonly url: string;
  /** How errors call it; must not hold what is secret in the address. */
  readonly label: string;
  /** Length in bytes where it is known from elsewhere; else the server is asked. */
  readonly sizeBytes?: number;
  readonly transport: Transport;
  /** Ends every request. */
  readonly signal?: AbortSignal;
}

/** A file on the network. */
export interface HttpSource extends ByteSource {
  readonly identity: Identity;
}

const blockBytes = 64 * 1024;

/**
 * Reads a file by HTTP ranges.
 *
 * @throws BraidynError `NWB_UNREACHABLE`, `NWB_NOT_FOUND`, `NWB_DENIED`, `NWB_NO_RANGES`, `NWB_NO_SIZE`,
 * `NWB_WRONG_ANSWER`; `NWB_CHANGED` when the file is replaced while it is open. Reads too.
 */
export async function httpSource({
  url,
  label,
  sizeBytes,
  transport,
  signal,
}: RemoteFile): Promise<HttpSource> {
  const closing = new AbortController();
  const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
  const server = connection(url, label, transport);
  const head = sizeBytes === undefined ? await readHead(server, blockBytes, ended) : null;
  const size = head?.size ?? sizeBytes ?? 0;
  const file = identityCheck(label, size, head?.version ?? null);
  let first = head?.bytes ?? null;

  const read = readQueue((target, offset) =>
    download({ connection: server, offset, target, signal: ended, onAnswer: file.check }),
  );

  return {
    label,
    size,
    blockBytes,
    isDistant: true,
    get identity() {
      return file.identity;
    },
    async read(target, offset) {
      ended.throwIfAborted();
      const end = offset + target.length;
      if (end > size) throw new BraidynError("NWB_TRUNCATED", { path: label, size, what: "a read", end });
      if (first !== null && end <= first.length) {
        target.set(first.subarray(offset, end));
        first = null; // the block cache has it now
        return;
      }
      await read(target, offset);
    },
    close: () => closing.abort(new BraidynError("NWB_CLOSED", { path: label })),
  };
}
