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
  const quiet = () => controller.abort(new Transient(`nothing arrived for ${idleTimeoutMs / 1000} s`));
  if (outer?.aborted) stop();
  else outer?.addEventListener("abort", stop, { once: true });
  let timer = setTimeout(quiet, idleTimeoutMs);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(quiet, idleTimeoutMs);
  };
  try {
    return await attempt({ signal: controller.signal, alive });
  } catch (error) {
    controller.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
  }
}
