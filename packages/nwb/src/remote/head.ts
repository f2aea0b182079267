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
 * comes along. Where a browser may not see that header, a HEAD request tells.
 *
 * @throws BraidynError `NWB_NO_SIZE` where nothing tells; `NWB_NOT_HDF5` for an empty file.
 */
export async function readHead(server: Connection, length: number, signal: AbortSignal): Promise<Head> {
  const { idleTimeoutMs } = server.transport;
  const attempt = (watch: IdleWatch) => attemptHead(server, length, watch);
  try {
    return await withRetries(server.label, signal, () => watched(idleTimeoutMs, signal, attempt));
  } catch (error) {
    // No byte can be had of an empty file; servers say so with 416.
    if (isBraidynError(error, "NWB_CHANGED")) {
      throw new BraidynError("NWB_NOT_HDF5", { path: server.label, size: 0 }, { cause: error });
    }
    throw error;
  }
}

async function attemptHead(server: Connection, length: number, watch: IdleWatch): Promise<Head> {
  const response = await server.send("GET", rangeHeaders(0, length - 1), watch.signal);
  watch.alive();
  const total = contentRange(response)?.total ?? null;
  checkRange(server.label, response, 0, Math.min(length, total ?? length) - 1);
  const bytes = await boundedBody(response, watch, length);
  if (bytes === null) throw wrongAnswer(server.label, `more than the ${length} bytes that were asked for`);
  const size = total ?? (bytes.length < length ? bytes.length : await sizeByHead(server, watch));
  if (bytes.length !== Math.min(length, size)) throw new Transient("the answer ended early");
  return { size, version: versionOf(response), bytes };
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
