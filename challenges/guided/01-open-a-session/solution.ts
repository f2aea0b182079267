/** Lesson 1: open a session. */
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const { subject, day } = session.info;
  // data: frames x regions, row by row: data[frame * regions.length + region]
  const { data, time, regions: names } = await session.dff();
  session.close();

  const frames = time.length;
  const regions = names.length;

  // the clock does not begin at 0, so the last time alone would be too long
  const minutes = ((time[frames - 1] as number) - (time[0] as number)) / 60;

  const deviations = names.map((_, region) => {
    const values = Array.from({ length: frames }, (_, frame) => data[frame * regions + region] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / frames;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / frames);
  });
  const deviation = Math.max(...deviations);
  const liveliest = names[deviations.indexOf(deviation)];

  return { subject, day, frames, regions, minutes, liveliest, deviation };
}
