import { lanes } from "./lanes.ts";
import { partsOf, planFetches, type Fetch, type Read } from "./read-plan.ts";

/** Most requests at once for one file. */
const mostRequests = 6;
const smallBytes = 512 * 1024;

interface WaitingRead extends Read {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Gathers the reads that are asked for in one turn of the event loop, joins neighbours, splits long ones, and fetches
 * them side by side.
 *
 * @param fetchInto fetches one range.
 */
export function readQueue(
  fetchInto: (target: Uint8Array, offset: number) => Promise<void>,
): (target: Uint8Array, offset: number) => Promise<void> {
  const { run } = lanes(mostRequests);
  let waiting: WaitingRead[] = [];

  const fetchParts = async (target: Uint8Array, offset: number): Promise<void> => {
    const size = target.length <= smallBytes ? "small" : "large";
    const failed = new Set<unknown>();
    const parts = partsOf(target.length).map(([from, to]) =>
      run(size, async () => {
        if (failed.size > 0) return; // the rest is of no use without this part
        await fetchInto(target.subarray(from, to), offset + from).catch((error: unknown) => {
          failed.add(error);
          throw error;
        });
      }),
    );
    await Promise.all(parts);
  };

  const fetchAll = async ({ offset, end, reads }: Fetch): Promise<void> => {
    const [only] = reads;
    if (reads.length === 1 && only !== undefined) return fetchParts(only.target, offset);
    const joined = new Uint8Array(end - offset);
    await fetchParts(joined, offset);
    for (const read of reads) {
      const start = read.offset - offset;
      read.target.set(joined.subarray(start, start + read.target.length));
    }
  };

  const flush = () => {
    const reads = waiting;
    waiting = [];
    for (const fetch of planFetches(reads)) {
      const own = fetch.reads as readonly WaitingRead[];
      fetchAll(fetch).then(
        () => own.forEach(({ done }) => done()),
        (error: unknown) => own.forEach(({ failed }) => failed(error)),
      );
    }
  };

  return async (target, offset) => {
    if (target.length === 0) return;
    await new Promise<void>((done, failed) => {
      // Parsers that one answer has woken take several microtasks to ask for what they need next.
      if (waiting.length === 0) setTimeout(flush, 0);
      waiting.push({ target, offset, done, failed });
    });
  };
}
