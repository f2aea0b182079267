import type { EntrySource } from "../entry/entry.ts";
import type { EntryRun, RunEntryOptions } from "../run/run-entry-types.ts";
import { runEntry } from "../run/run-entry.ts";

/** One of many submissions, and what to call it. */
export interface QueuedEntry {
  readonly id: string;
  readonly submission: EntrySource;
}

/** What became of a submission; `error` is the machine's or the bundle's fault, not the entry's. */
export type FinishedEntry =
  | { readonly id: string; readonly run: EntryRun; readonly error: null }
  | { readonly id: string; readonly run: null; readonly error: unknown };

export interface RunEntriesOptions extends Omit<RunEntryOptions, "submission"> {
  /** How many run at a time. */
  readonly workers?: number | undefined;
}

/**
 * Runs many submissions, a few at a time, and yields each as it ends. One that fails, however it fails, takes no other
 * with it. Leaving the loop stops what runs and waits until it has stopped.
 */
export async function* runEntries(
  entries: Iterable<QueuedEntry>,
  { workers = 2, signal, ...options }: RunEntriesOptions,
): AsyncGenerator<FinishedEntry> {
  const stop = new AbortController();
  const both = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const waiting = entries[Symbol.iterator]();
  // the key of one that has ended leaves the map only when its result is taken: several can end at once
  const running = new Map<number, Promise<readonly [number, FinishedEntry]>>();
  let started = 0;
  const startNext = (): void => {
    const next = waiting.next();
    if (next.done === true) return;
    const key = started++;
    const finished = finish(next.value, { ...options, signal: both });
    running.set(
      key,
      finished.then((result) => [key, result] as const),
    );
  };
  try {
    for (let i = 0; i < Math.max(1, workers); i++) startNext();
    while (running.size > 0) {
      const [key, result] = await Promise.race(running.values());
      running.delete(key);
      startNext();
      yield result;
    }
  } finally {
    stop.abort();
    await Promise.all(running.values());
  }
}

async function finish(
  { id, submission }: QueuedEntry,
  options: Omit<RunEntryOptions, "submission">,
): Promise<FinishedEntry> {
  try {
    return { id, run: await runEntry({ ...options, submission }), error: null };
  } catch (error) {
    return { id, run: null, error };
  }
}
