import type { Random } from "@braidyn/harness";
import { onsets } from "@braidyn/tables";

export interface QuietOptions {
  /** Frames between a quiet frame and the nearest onset of any signal, before or after it. */
  readonly clearFrames: number;
  /** Frames `-before <= offset < after` around a quiet frame in which no signal is on, as a held lever would be. */
  readonly window: { readonly before: number; readonly after: number };
  /** Frames between two quiet frames. */
  readonly apartFrames: number;
  readonly random: Random;
}

/**
 * Frames with nothing happening nearby, drawn at random: a frame is taken when it is far enough from those taken before.
 * Every rise of a signal above 0.5 counts as an onset, however short.
 *
 * @param signals each n values on one clock.
 * @returns frame numbers, ascending.
 */
export function quietFrames(signals: readonly ArrayLike<number>[], options: QuietOptions): Int32Array {
  const { apartFrames, random } = options;
  const quiet = candidates(signals, options);
  const taken = new Uint8Array(Math.min(...signals.map((signal) => signal.length)));
  const isFree = (frame: number) =>
    !taken.subarray(Math.max(0, frame - apartFrames + 1), frame + apartFrames).includes(1);
  for (const frame of random.shuffle(quiet)) if (isFree(frame)) taken[frame] = 1;
  return Int32Array.from(quiet.filter((frame) => taken[frame] === 1));
}

const everyRise = { fillFrames: 0, dropFrames: 0, refractoryFrames: 0 };

function candidates(signals: readonly ArrayLike<number>[], { clearFrames, window }: QuietOptions): number[] {
  const length = Math.min(...signals.map((signal) => signal.length));
  const excluded = new Uint8Array(length);
  const exclude = (from: number, to: number) => excluded.fill(1, Math.max(0, from), Math.max(0, to));
  for (const signal of signals) {
    for (const onset of onsets(signal, everyRise)) exclude(onset - clearFrames + 1, onset + clearFrames);
    for (let frame = 0; frame < length; frame++) {
      if ((signal[frame] as number) > 0.5) exclude(frame - window.after + 1, frame + window.before + 1);
    }
  }
  return Array.from({ length }, (_, frame) => frame).filter((frame) => excluded[frame] === 0);
}
