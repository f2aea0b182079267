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

  const rawRateHz = rateOf(rawTimes);
  const imagingRateHz = rateOf(frameTimes);

  // the computer recorded for a while before the first picture
  const firstFrameSeconds = frameTimes[0];

  // by time stamps, as frame 0 is not at 0 s
  const cueFrames = Array.from(cues, (cue) => {
    const distances = frameTimes.map((time) => Math.abs(time - cue));
    return distances.indexOf(Math.min(...distances));
  });

  return { rawRateHz, imagingRateHz, firstFrameSeconds, cueFrames };
}

/** 1 / mean step: the median is one of two steps that alternate. */
function rateOf(times: Float64Array): number {
  const last = times.length - 1;
  return last / ((times[last] as number) - (times[0] as number));
}
