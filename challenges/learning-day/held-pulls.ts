import { isOn, type TaskSignal } from "@braidyn/challenges/toolkit";

/** A pull that nobody asked for. */
export interface HeldPull {
  /** The first frame on which the lever is beyond 1 mm. */
  readonly frame: number;
  /** Frames for which it stays there. */
  readonly holdFrames: number;
}

/** A pull later than this after the tone cannot answer it: the response window is 1 s. */
const clearOfToneFrames = 45;

/**
 * Spontaneous pulls with nothing else in the window around them: no other pull, no lick, no water, and no tone that the
 * pull could answer.
 *
 * @param window frames `-before <= offset < after` around a pull.
 */
export function heldPulls(
  signals: Readonly<Record<TaskSignal, ArrayLike<number>>>,
  { before, after }: { readonly before: number; readonly after: number },
): HeldPull[] {
  const { state_lever: lever, lick, tone, reward } = signals;
  return stretches(lever).filter(({ frame, holdFrames }) => {
    const alone =
      !isOn(lever, frame - before, frame) &&
      !isOn(lever, frame + holdFrames, frame + Math.max(after, holdFrames));
    const [from, to] = [frame - before, frame + after];
    return (
      alone && !isOn(lick, from, to) && !isOn(reward, from, to) && !isOn(tone, frame - clearOfToneFrames, to)
    );
  });
}

/** Every time the signal is on; what was on from the first frame has no beginning and is left out. */
function stretches(signal: ArrayLike<number>): HeldPull[] {
  const found: HeldPull[] = [];
  let start = -1;
  for (let frame = 1; frame < signal.length; frame++) {
    const [was, is] = [(signal[frame - 1] as number) > 0.5, (signal[frame] as number) > 0.5];
    if (is && !was) start = frame;
    if (was && !is && start > 0) found.push({ frame: start, holdFrames: frame - start });
  }
  return found;
}
