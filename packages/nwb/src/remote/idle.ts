import { Transient } from "./retry.ts";

/** Aborts a request whose other side has gone quiet, or when its caller gives up. */
export interface IdleWatch {
  readonly signal: AbortSignal;
  /** Something arrived: the clock starts again. */
  alive(): void;
}

/** Runs one attempt at a request under watch; when it fails, no more of its answer is received. */
export async function watched<T>(
  idleTimeoutMs: number,
  outer: AbortSignal | undefined,
  attempt: (watch: IdleWatch) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  if (outer?.aborted) stop();
  else outer?.addEventListener("abort", stop, { once: true });
  // Looked at now and then: megabytes arrive in hundreds of parts, and a timer for each would cost more than they do.
  let last = performance.now();
  const look = () => {
    if (performance.now() - last < idleTimeoutMs) return;
    controller.abort(new Transient(`nothing arrived for ${idleTimeoutMs / 1000} s`));
  };
  const timer = setInterval(look, idleTimeoutMs / 4);
  const alive = () => {
    last = performance.now();
  };
  try {
    return await attempt({ signal: controller.signal, alive });
  } catch (error) {
    controller.abort();
    throw error;
  } finally {
    clearInterval(timer);
    outer?.removeEventListener("abort", stop);
  }
}
