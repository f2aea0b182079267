import type { Examples } from "@braidyn/harness";
import type { RegionSeries } from "@braidyn/nwb";
import { alignFrames } from "@braidyn/tables";

/** Frames `time zero + from <= frame < time zero + to` of a row. */
export interface RowWindow {
  readonly fromFrames: number;
  readonly toFrames: number;
}

/** Settling at the start and the end of a recording, where the band-pass filter rings, seconds. */
const edgeSeconds = 10;

/**
 * Those of `frames` that can be a row's time zero: at least 10 s from both ends of the recording, with a whole window
 * that spans no gap of the clock.
 *
 * @returns frame numbers in the order given.
 */
export function usableFrames(
  series: RegionSeries,
  frames: Iterable<number>,
  { fromFrames, toFrames }: RowWindow,
): Int32Array {
  const { time } = series;
  const [first, last] = [time[0] ?? NaN, time.at(-1) ?? NaN];
  const gaps = gapsUpTo(series);
  const isWhole = (start: number, end: number) =>
    start >= 0 && end < time.length && gaps[start] === gaps[end];
  return Int32Array.from(frames).filter((frame) => {
    const seconds = time[frame] ?? NaN;
    const inside = seconds - first >= edgeSeconds && last - seconds >= edgeSeconds;
    return inside && isWhole(frame + fromFrames, frame + toFrames - 1);
  });
}

/** How many steps of more than 1.5 frames the clock has taken up to each frame. */
function gapsUpTo({ time, rateHz }: RegionSeries): Int32Array {
  let gaps = 0;
  return Int32Array.from(time, (seconds, frame) => {
    if (frame > 0 && seconds - (time[frame - 1] as number) > 1.5 / rateHz) gaps++;
    return gaps;
  });
}

/** Rows cut around usable frames: everything of {@link Examples} but the truth. */
export function cutRows(
  series: RegionSeries,
  frames: ArrayLike<number>,
  window: RowWindow,
): Omit<Examples, "truth"> {
  const { data, samples, count } = alignFrames(series, starts(frames, window), lengthOf(series, window));
  return {
    count,
    inputShape: [samples, series.regions.length],
    input: Float32Array.from(data),
    time: Float64Array.from(frames, (frame) => series.time[frame] as number),
  };
}

function starts(frames: ArrayLike<number>, { fromFrames }: RowWindow): number[] {
  return Array.from(frames, (frame) => frame + fromFrames);
}

function lengthOf({ rateHz }: RegionSeries, { fromFrames, toFrames }: RowWindow) {
  return { beforeSeconds: 0, afterSeconds: (toFrames - fromFrames) / rateHz };
}
