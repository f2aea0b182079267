import type { Interruption } from "../interruption.ts";

const lookEveryMs = 100;

/** Runs work that ends by a signal when Ctrl-C is pressed, even while nothing comes over the network. */
export async function abortable<T>(
  interruption: Interruption,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const look = setInterval(() => {
    try {
      interruption.check();
    } catch (interrupted) {
      stop.abort(interrupted);
    }
  }, lookEveryMs);
  try {
    return await interruption.attended(() => work(stop.signal));
  } finally {
    clearInterval(look);
  }
}
