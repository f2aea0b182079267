/** How long a series is. */
export interface Extent {
  /** 1 / mean step; NaN below two samples. */
  readonly rateHz: number;
  readonly samples: number;
  /** Seconds of the first and last sample on the session's clock; NaN without samples. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

type ReadTimes = (
  range: readonly [from: number, to: number],
) => Promise<{ readonly time: Float64Array; readonly rateHz: number }>;

/** Samples that one look may read: little, and more than any burst. */
const lookSamples = 4096;

/**
 * Finds a series' extent by reading a few thousand samples at its ends, so that nine million at 5 kHz take no longer than
 * a hundred: the number of samples follows from the mean rate, which the loader takes from the first and last one.
 */
export async function readExtent(read: ReadTimes): Promise<Extent> {
  const { rateHz } = await read([-Infinity, -Infinity]);
  if (!(rateHz > 0 && rateHz < Infinity)) return wholeExtent(read);
  const first = await firstTime(read);
  if (first === undefined) return wholeExtent(read);
  const last = await lastTime(read, first, lookSamples / rateHz);
  return { rateHz, samples: Math.round((last - first) * rateHz) + 1, fromSeconds: first, toSeconds: last };
}

async function wholeExtent(read: ReadTimes): Promise<Extent> {
  const { time, rateHz } = await read([-Infinity, Infinity]);
  const [first, last] = [time[0] ?? NaN, time.at(-1) ?? NaN];
  return { rateHz, samples: time.length, fromSeconds: first, toSeconds: last };
}

/** Clocks start within seconds; one that does not is looked for in ever longer ranges. */
async function firstTime(read: ReadTimes): Promise<number | undefined> {
  for (let end = 6; end < 1e12; end *= 4) {
    const { time } = await read([-Infinity, end]);
    if (time.length > 0) return time[0];
  }
  return undefined;
}

/** Doubles its step while samples are found, then halves the range in which the last one is. */
async function lastTime(read: ReadTimes, first: number, lookSeconds: number): Promise<number> {
  const somethingAt = async (from: number) => (await read([from, from + lookSeconds])).time.length > 0;
  let [low, step] = [first, lookSeconds];
  while (await somethingAt(low + step)) {
    low += step;
    step *= 2;
  }
  for (let high = low + step; high - low > lookSeconds;) {
    const middle = (low + high) / 2;
    if (await somethingAt(middle)) low = middle;
    else high = middle;
  }
  // to the very end, in case a gap ended the search early
  const { time } = await read([low, Infinity]);
  return time.at(-1) ?? first;
}
