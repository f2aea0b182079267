/**
 * Everything happens on ticks of the 5 kHz acquisition clock (0.2 ms), as in the real rig; so a time is exact, and 30 Hz
 * data are the acquisition clock's values at the frames.
 */
export const ticksPerSecond = 5000;

/** The first imaging frame and the first video frame, 5.2118 s and 5.2100 s after the acquisition began. */
const firstFrameTick = 26059;
const firstVideoTick = 26050;

/** Three imaging frames take 0.1 s: steps of 0.0332, 0.0334 and 0.0334 s. */
const frameOffsets = [0, 166, 333] as const;
const ticksPerThreeFrames = 500;

/** The cameras are triggered by another clock: steps of 0.0098 and 0.0100 s, 100.9 Hz. */
const ticksPerVideoFrame = 49.57;

export const framesPerSecond = 30;

/** Whole ticks of a duration. */
export function ticksOf(seconds: number): number {
  return Math.round(seconds * ticksPerSecond);
}

/** The file's seconds of a tick: float32, as the acquisition software wrote them. */
export function secondsAt(tick: number): number {
  return Math.fround(tick / ticksPerSecond);
}

export function frameTick(frame: number): number {
  const offset = frameOffsets[(frame % 3) as 0 | 1 | 2];
  return firstFrameTick + Math.floor(frame / 3) * ticksPerThreeFrames + offset;
}

/** The first frame at or after a tick. */
export function frameAtOrAfter(tick: number): number {
  const frame = Math.max(0, Math.floor(((tick - firstFrameTick) * 3) / ticksPerThreeFrames) - 1);
  for (let f = frame; ; f++) if (frameTick(f) >= tick) return f;
}

/** Ticks of `frames` imaging frames. */
export function frameTicks(frames: number): Int32Array {
  return Int32Array.from({ length: frames }, (_, frame) => frameTick(frame));
}

/** Ticks of the video frames that were taken while `frames` imaging frames were, and a few after. */
export function videoTicks(frames: number): Int32Array {
  const length = Math.ceil((frameTick(frames) - firstVideoTick) / ticksPerVideoFrame) + 2;
  return Int32Array.from({ length }, (_, i) => firstVideoTick + Math.floor(i * ticksPerVideoFrame));
}

/** The file's seconds of many ticks. */
export function secondsOf(ticks: Int32Array): Float64Array {
  return Float64Array.from(ticks, secondsAt);
}
