import { BraidynError } from "@braidyn/core";

export interface OnsetOptions {
  /** Frames above it are "on". */
  readonly threshold?: number;
  /** Off stretches of at most this many frames between two on stretches count as on. */
  readonly fillFrames?: number;
  /** On stretches of at most this many frames (after filling) count as off. */
  readonly dropFrames?: number;
  /** An onset less than this many frames after the last accepted one is passed over. */
  readonly refractoryFrames?: number;
}

/**
 * Frames at which `signal` goes on: rising through `threshold`, after gaps were filled, then blips dropped.
 * NaN is off. A signal that is on from frame 0 has no onset there, as its beginning was not seen; an on stretch cut off by
 * the end of the recording is as long as what was seen of it.
 *
 * @returns frame indices, ascending.
 * @throws BraidynError `TABLE_OPTION` for a negative or fractional number of frames, or a threshold that is NaN.
 */
export function onsets(
  signal: ArrayLike<number>,
  { threshold = 0.5, fillFrames = 2, dropFrames = 2, refractoryFrames = 30 }: OnsetOptions = {},
): Int32Array {
  checkThreshold(threshold);
  checkFrames({ fillFrames, dropFrames, refractoryFrames });
  const found: number[] = [];
  let last = -Infinity;
  for (const { start, end } of fillGaps(onStretches(signal, threshold), fillFrames)) {
    if (end - start <= dropFrames || start === 0 || start - last < refractoryFrames) continue;
    found.push(start);
    last = start;
  }
  return Int32Array.from(found);
}

/** Frames `start <= i < end`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

function onStretches(signal: ArrayLike<number>, threshold: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= signal.length; i++) {
    const on = i < signal.length && (signal[i] as number) > threshold;
    if (on && start < 0) start = i;
    if (on || start < 0) continue;
    stretches.push({ start, end: i });
    start = -1;
  }
  return stretches;
}

function fillGaps(stretches: readonly Stretch[], fillFrames: number): Stretch[] {
  const filled: Stretch[] = [];
  for (const stretch of stretches) {
    const last = filled.at(-1);
    const joins = last !== undefined && stretch.start - last.end <= fillFrames;
    if (joins) filled[filled.length - 1] = { start: last.start, end: stretch.end };
    else filled.push(stretch);
  }
  return filled;
}

function checkThreshold(threshold: number): void {
  if (!Number.isNaN(threshold)) return;
  throw new BraidynError("TABLE_OPTION", { name: "threshold", value: threshold, expected: "a number" });
}

function checkFrames(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new BraidynError("TABLE_OPTION", { name, value, expected: "0, 1, 2, ..." });
  }
}
