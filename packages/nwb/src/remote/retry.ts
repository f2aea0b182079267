import { BraidynError } from "@braidyn/core";
import { pause } from "./pause.ts";

/** A failure that another attempt may not meet. */
export class Transient extends Error {
  override readonly name = "Transient";
  /** What the server asked for with `Retry-After`. */
  readonly waitMs: number | undefined;
  constructor(reason: string, waitMs?: number, options?: ErrorOptions) {
    super(reason, options);
    this.waitMs = waitMs;
  }
}

/** With one request in five failing, this many in a row fail once in 400,000. */
export const usualAttempts = 8;
const firstWaitMs = 200;
const longestWaitMs = 10_000;
/** A server that asks for more is not waited for. */
const mostAskedMs = 120_000;

/**
 * Runs `attempt` again after a {@link Transient} failure, waiting ever longer, at random so that clients that failed
 * together do not come back together.
 *
 * @throws BraidynError `NWB_UNREACHABLE` after the last attempt; anything else that `attempt` throws at once.
 */
export async function withRetries<T>(
  label: string,
  mostAttempts: number,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      const waitMs = error.waitMs ?? backoff(attempts);
      if (attempts >= mostAttempts || waitMs > mostAskedMs) {
        throw new BraidynError(
          "NWB_UNREACHABLE",
          { path: label, reason: error.message, attempts },
          { cause: error },
        );
      }
      await pause(waitMs, signal);
    }
  }
}

/** Half of an exponential wait, and up to as much again. */
function backoff(attempts: number): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return most / 2 + (Math.random() * most) / 2;
}

/** Milliseconds that a `Retry-After` header asks for: seconds, or a date. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (header.trim() !== "" && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
