import { BraidynError, isBraidynError } from "@braidyn/core";
import { boundedBody } from "./body.ts";
import { wrongAnswer, type Connection } from "./connection.ts";
import { checkRange, rangeHeaders } from "./download.ts";
import { contentRange, versionOf, type Identity } from "./identity.ts";
import { watched, type IdleWatch } from "./idle.ts";
import { Transient, withRetries } from "./retry.ts";

/** A file's first bytes, and what their answer says of the whole. */
export interface Head extends Identity {
  readonly bytes: Uint8Array;
}

/**
 * Reads the first `length` bytes of a file, or all of a shorter one, and learns its size from the `Content-Range` that
 * comes along. A browser may not see that header: then `knownSize` tells, or a HEAD request.
 *
 * @throws BraidynError `NWB_NO_SIZE` where nothing tells; `NWB_CHANGED` where two tell different things; `NWB_NOT_HDF5`
 * for an empty file.
 */
export async function readHead(
  server: Connection,
  length: number,
  knownSize: Promise<number | undefined>,
  signal: AbortSignal,
): Promise<Head> {
  const { idleTimeoutMs, attempts } = server.transport;
  const attempt = (watch: IdleWatch) => attemptHead(server, length, knownSize, watch);
  return withRetries(server.label, attempts, signal, () => watched(idleTimeoutMs, signal, attempt));
}

async function attemptHead(
  server: Connection,
  length: number,
  knownSize: Promise<number | undefined>,
  watch: IdleWatch,
): Promise<Head> {
  const { label } = server;
  const response = await server
    .send("GET", rangeHeaders(0, length - 1), watch.signal)
    .catch((error: unknown) => {
      // No byte can be had of an empty file; servers say so with 416.
      const isEmpty = isBraidynError(error, "NWB_CHANGED");
      throw isEmpty ? new BraidynError("NWB_NOT_HDF5", { path: label, size: 0 }, { cause: error }) : error;
    });
  watch.alive();
  const total = contentRange(response)?.total ?? null;
  checkRange(label, response, 0, Math.min(length, total ?? length) - 1, total === null);
  const bytes = await boundedBody(response, watch, length);
  if (bytes === null) throw wrongAnswer(label, `more than the ${length} bytes that were asked for`);
  const known = await knownSize;
  const isWhole = bytes.length < length && known === undefined;
  const size = total ?? known ?? (isWhole ? bytes.length : await sizeByHead(server, watch));
  if (known !== undefined && size !== known) {
    throw new BraidynError("NWB_CHANGED", { path: label, what: `${known} -> ${size} bytes` });
  }
  if (bytes.length !== Math.min(length, size)) throw new Transient("the answer ended early");
  return { size, ...versionOf(response), bytes };
}

async function sizeByHead(server: Connection, watch: IdleWatch): Promise<number> {
  const unknown = (cause?: unknown) => new BraidynError("NWB_NO_SIZE", { path: server.label }, { cause });
  const response = await server.send("HEAD", {}, watch.signal).catch((error: unknown) => {
    // A presigned address is good for GET alone.
    throw isBraidynError(error) ? unknown(error) : error;
  });
  const size = Number(response.headers.get("content-length") ?? NaN);
  if (response.status !== 200 || !Number.isSafeInteger(size)) throw unknown();
  return size;
}
