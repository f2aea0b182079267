import { BraidynError } from "@braidyn/core";
import { networkReason } from "./connection.ts";
import type { IdleWatch } from "./idle.ts";
import { Transient } from "./retry.ts";

/** The parts of a body as they arrive. @throws Transient when it stalls or breaks off. */
export async function* bodyParts(response: Response, watch: IdleWatch): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      watch.alive();
      yield part.value;
    }
  } catch (error) {
    if (error instanceof BraidynError) throw error;
    throw watch.signal.aborted
      ? watch.signal.reason
      : new Transient(networkReason(error), undefined, { cause: error });
  }
}

/** A body of at most `mostBytes`; null when it is longer. */
export async function boundedBody(
  response: Response,
  watch: IdleWatch,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bodyParts(response, watch)) {
    length += part.length;
    if (length > mostBytes) return null;
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
