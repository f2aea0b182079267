/** Lesson 2: clocks and sampling. */
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const rawTimes = (await session.raw.sensor("lever")).time;
  const frameTimes = (await session.dff()).time;
  const trials = await session.raw.trials(); // `session.trials()` are those at 30 Hz
  const cues = trials.columns["start_time"] as Float64Array;
  session.close();

  // TODO 1: samples a second of the raw lever, and frames a second of the imaging
  const rawRateHz = null;
  const imagingRateHz = null;

  // TODO 2: when was the first frame taken?
  const firstFrameSeconds = null;

  // TODO 3: for each cue, the number of the frame nearest in time
  const cueFrames = null;

  return { rawRateHz, imagingRateHz, firstFrameSeconds, cueFrames };
}
