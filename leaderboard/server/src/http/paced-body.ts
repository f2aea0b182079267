import { BraidynError } from "@braidyn/core";
import type { Readable } from "node:stream";

export interface Pace {
  /** Longest time without a byte. */
  readonly idleMilliseconds: number;
  /** Below this on average, after `graceMilliseconds`, an upload is given up. */
  readonly bytesPerSecond: number;
  readonly graceMilliseconds: number;
}

const usual: Pace = { idleMilliseconds: 20_000, bytesPerSecond: 1024, graceMilliseconds: 20_000 };

/**
 * A request's body, as long as it comes at a human pace: whoever sends a byte now and then to keep a connection busy is
 * given up.
 *
 * @throws BraidynError `LEADERBOARD_UPLOAD_SLOW`, also when the connection breaks.
 */
export async function* pacedBody(body: Readable, pace: Pace = usual): AsyncGenerator<Uint8Array> {
  const { idleMilliseconds, bytesPerSecond, graceMilliseconds } = pace;
  const begun = performance.now();
  let last = begun;
  let bytes = 0;
  let give: (error: Error) => void = () => {};
  const slow = new Promise<never>((_, reject) => (give = reject));
  slow.catch(() => {});
  const watch = setInterval(() => {
    const now = performance.now();
    const elapsed = now - begun;
    const crawls = elapsed > graceMilliseconds && (bytes / elapsed) * 1000 < bytesPerSecond;
    if (crawls || now - last > idleMilliseconds) give(new BraidynError("LEADERBOARD_UPLOAD_SLOW", {}));
  }, 500);
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = (await Promise.race([chunks.next(), slow])) as IteratorResult<Uint8Array>;
      if (next.done) return;
      last = performance.now();
      bytes += next.value.length;
      yield next.value;
    }
  } catch (error) {
    if (error instanceof BraidynError) throw error;
    throw new BraidynError("LEADERBOARD_UPLOAD_SLOW", {}, { cause: error });
  } finally {
    clearInterval(watch);
  }
}
