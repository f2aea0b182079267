import { BraidynError } from "@braidyn/core";

/** Samples cut around events, all of the same length. */
export interface Windows {
  /** count x samples x columns: `data[(w * samples + s) * columns.length + c]`. */
  readonly data: Float32Array | Float64Array;
  /** Number of windows. */
  readonly count: number;
  /** Samples a window. */
  readonly samples: number;
  /** Samples before the event: sample number `samplesBefore` is the event's. */
  readonly samplesBefore: number;
  /** Column names (regions, or one signal). */
  readonly columns: readonly string[];
  /** Seconds from the event, one a sample. */
  readonly time: Float64Array;
  readonly rateHz: number;
  /** Which events have a window, in the order given: `kept[w]` indexes the events. */
  readonly kept: Int32Array;
  /** Which events have none. */
  readonly dropped: Int32Array;
  /** The recording's frame nearest each kept event. */
  readonly frames: Int32Array;
}

/** Half-open seconds relative to the event. */
export type SecondsRange = readonly [fromSeconds: number, toSeconds: number];

/**
 * Samples of `windows` in `[from, to)` seconds, as sample numbers. Both ends go to the nearest sample, so that float
 * error in the rate never adds or loses one.
 *
 * @throws BraidynError `TABLE_WINDOW` when they hold no sample or leave the windows.
 */
export function samplesIn(
  { samples, samplesBefore, rateHz }: Pick<Windows, "samples" | "samplesBefore" | "rateHz">,
  [from, to]: SecondsRange,
): { start: number; end: number } {
  const start = Math.round(from * rateHz) + samplesBefore;
  const end = Math.round(to * rateHz) + samplesBefore;
  if (start >= 0 && start < end && end <= samples) return { start, end };
  throw new BraidynError("TABLE_WINDOW", {
    from,
    to,
    rateHz,
    first: -samplesBefore / rateHz,
    last: (samples - samplesBefore) / rateHz,
  });
}

/** Mean, NaN left out, of one column over samples `start <= s < end` of window `w`; NaN of none. */
export function meanOf(windows: Windows, w: number, start: number, end: number, column: number): number {
  const width = windows.columns.length;
  let sum = 0;
  let count = 0;
  for (let s = start; s < end; s++) {
    const value = windows.data[(w * windows.samples + s) * width + column] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
