import { rmSync } from "node:fs";

/** Thrown into work that was told to stop; its `finally` blocks then clean up. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** How Ctrl-C reaches running work, and what must not be left behind. */
export interface Interruption {
  /** Runs work that calls {@link check} now and then and cleans up when that throws. */
  attended<T>(work: () => Promise<T>): Promise<T>;
  /** @throws Interrupted once the work was told to stop. */
  check(): void;
  /** Registers a file or folder to be removed should the process be stopped; returns how to forget it again. */
  temporary(path: string): () => void;
}

/** Where the wish to stop comes from. */
export interface Signals {
  /** Calls `handle` for every signal from now on, instead of what the system does with it. */
  listen(handle: () => void): void;
  /** Leaves signals to the system again, which ends the process at once. */
  ignore(): void;
  /** Ends the process. */
  end(): void;
  /** Milliseconds. */
  now(): number;
}

/** A terminal sends Ctrl-C to the launcher too, which passes it on: within this time it is the same wish. */
const echoMilliseconds = 500;

/**
 * Listens to signals only while there is something to clean up. A first one asks attended work to stop, a later one ends
 * it where it stands.
 */
export function createInterruption(signals: Signals): Interruption {
  const temporary = new Set<string>();
  let attending = 0;
  let firstAt: number | null = null;

  const handle = (): void => {
    const now = signals.now();
    const again = firstAt !== null && now - firstAt > echoMilliseconds;
    firstAt ??= now;
    if (attending > 0 && !again) return;
    for (const path of temporary) rmSync(path, { recursive: true, force: true });
    signals.end();
  };
  /** Runs a change of what there is to clean up, and listens or not accordingly. */
  const change = (make: () => void): void => {
    const before = attending + temporary.size;
    make();
    const after = attending + temporary.size;
    if (before === 0 && after > 0) signals.listen(handle);
    if (before > 0 && after === 0) signals.ignore();
  };

  return {
    attended: async (work) => {
      change(() => attending++);
      try {
        return await work();
      } finally {
        change(() => attending--);
      }
    },
    check: () => {
      if (firstAt !== null) throw new Interrupted("interrupted");
    },
    temporary: (path) => {
      change(() => temporary.add(path));
      return () => change(() => temporary.delete(path));
    },
  };
}
