import type { Random } from "@braidyn/harness";

/** A row's time zero and its class. */
export interface PickedFrame {
  readonly frame: number;
  readonly label: 0 | 1;
}

/**
 * As many frames of the one class as of the other, drawn at random, in order of time.
 *
 * @param most of a class, so that long or busy sessions do not outweigh others.
 */
export function pickBalanced(
  positives: ArrayLike<number>,
  negatives: ArrayLike<number>,
  most: number,
  random: Random,
): PickedFrame[] {
  const count = Math.min(positives.length, negatives.length, most);
  const pick = (frames: ArrayLike<number>, label: 0 | 1): PickedFrame[] =>
    random.sample(frames.length, count).map((index) => ({ frame: frames[index] as number, label }));
  return [...pick(positives, 1), ...pick(negatives, 0)].sort((a, b) => a.frame - b.frame);
}
