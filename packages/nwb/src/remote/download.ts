import { BraidynError } from "@braidyn/core";
import { bodyParts } from "./body.ts";
import { discard, wrongAnswer, type Connection } from "./connection.ts";
import { contentRange } from "./identity.ts";
import { watched, type IdleWatch } from "./idle.ts";
import { Transient, withRetries } from "./retry.ts";

/** What one download needs. */
export interface RangeRequest {
  readonly connection: Connection;
  readonly offset: number;
  /** Filled with the bytes from `offset`. */
  readonly target: Uint8Array;
  readonly signal: AbortSignal | undefined;
  /** Looks at every answer before its body is read. */
  onAnswer(response: Response): void;
  /** Told which bytes of `target` have come. */
  arrived?(from: number, to: number): void;
}

/**
 * Fills `target` with a range of a file. What has arrived before a failure is kept: the next attempt asks for the rest.
 *
 * @throws BraidynError `NWB_UNREACHABLE`, `NWB_NO_RANGES`, `NWB_WRONG_ANSWER`, and what {@link Connection.send} throws.
 */
export async function download(request: RangeRequest): Promise<void> {
  const { connection, target, signal } = request;
  let filled = 0;
  const attempt = async (watch: IdleWatch): Promise<void> => {
    const response = await requestRange(request, filled, watch);
    for await (const part of bodyParts(response, watch)) {
      if (filled + part.length > target.length) {
        throw wrongAnswer(connection.label, `more than the ${target.length} bytes that were asked for`);
      }
      target.set(part, filled);
      filled += part.length;
      request.arrived?.(filled - part.length, filled);
    }
    if (filled < target.length) throw new Transient("the answer ended early");
  };
  const { idleTimeoutMs, attempts } = connection.transport;
  await withRetries(connection.label, attempts, signal, () => watched(idleTimeoutMs, signal, attempt));
}

async function requestRange(request: RangeRequest, filled: number, watch: IdleWatch): Promise<Response> {
  const { connection, offset, target } = request;
  const from = offset + filled;
  const to = offset + target.length - 1;
  const response = await connection.send("GET", rangeHeaders(from, to), watch.signal);
  watch.alive();
  try {
    request.onAnswer(response);
    checkRange(connection.label, response, from, to);
  } catch (error) {
    discard(response);
    throw error;
  }
  return response;
}

/** Bytes `from` to `to`, both included. Compressed, their numbers would mean something else. */
export function rangeHeaders(from: number, to: number): Record<string, string> {
  return { Range: `bytes=${from}-${to}`, ...(canAskForIdentity ? { "Accept-Encoding": "identity" } : {}) };
}

/** Browsers add the header to every ranged request themselves, and let nobody else do it. */
const canAskForIdentity = globalThis.process?.versions?.node !== undefined;

/**
 * @param mayBeShorter whether the file may end before `to`.
 * @throws BraidynError unless the answer holds the bytes that were asked for, as far as its head says.
 */
export function checkRange(
  label: string,
  response: Response,
  from: number,
  to: number,
  mayBeShorter = false,
): void {
  if (response.status !== 206) {
    throw new BraidynError("NWB_NO_RANGES", { path: label, found: `HTTP ${response.status}` });
  }
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/")) throw wrongAnswer(label, type);
  const range = contentRange(response);
  const isRight =
    range === null || (range.from === from && (range.to === to || (mayBeShorter && range.to < to)));
  if (!isRight) {
    throw wrongAnswer(label, `bytes ${range.from}-${range.to}, asked for ${from}-${to}`);
  }
}
