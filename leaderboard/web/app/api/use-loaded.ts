import type { Problem } from "@braidyn/leaderboard/api";
import { useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "./refusal.ts";

export interface Loaded<T> {
  /** The last that was loaded; stays while it is loaded again. */
  readonly value: T | null;
  /** Why the last try failed. */
  readonly problem: Problem | null;
  reload(): void;
}

/** Between two loads of the same thing, milliseconds: a burst of changes is one load. */
const pauseMs = 1000;
/** After a failure, milliseconds. */
const retryMs = 5000;

/**
 * Loads something, again when one of `changes` moves, and afresh when one of `subject` does. A failed load is tried
 * again by itself.
 */
export function useLoaded<T>(
  load: (signal: AbortSignal) => Promise<T>,
  subject: readonly unknown[],
  changes: readonly unknown[] = [],
): Loaded<T> {
  const [state, setState] = useState<{ key: string; value: T | null; problem: Problem | null }>({
    ...{ key: "", value: null, problem: null },
  });
  const [again, setAgain] = useState(0);
  const loadedAt = useRef(-Infinity);
  const key = JSON.stringify(subject);
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const run = async () => {
      try {
        const value = await load(abort.signal);
        loadedAt.current = performance.now();
        if (!abort.signal.aborted) setState({ key, value, problem: null });
      } catch (error) {
        if (abort.signal.aborted) return;
        setState((before) => ({
          key,
          value: before.key === key ? before.value : null,
          problem: problemOf(error),
        }));
        if (mayPass(problemOf(error))) timer = setTimeout(() => void run(), retryMs);
      }
    };
    const wait = state.key === key ? loadedAt.current + pauseMs - performance.now() : 0;
    timer = setTimeout(() => void run(), Math.max(0, wait));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, again, ...changes]);
  const own = state.key === key;
  return {
    value: own ? state.value : null,
    problem: own ? state.problem : null,
    reload: () => setAgain((count) => count + 1),
  };
}

/** Whether the same request may succeed later: what was refused will be refused again. */
function mayPass({ code }: Problem): boolean {
  return code === "OFFLINE" || /^HTTP_5/.test(code) || /_(RATE|UNAVAILABLE)$/.test(code);
}
