/** Lesson 1: open a session. */
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const { subject, day } = session.info;
  // data: frames x regions, row by row: data[frame * regions.length + region]
  const { data, time, regions: names } = await session.dff();
  session.close();

  // TODO 1: how many frames and regions are there?
  const frames = null;
  const regions = null;

  // TODO 2: how many minutes are between the first and the last time?
  const minutes = null;

  // TODO 3: the name (of `names`) of the region with the largest standard deviation over time, and that deviation
  const liveliest = null;
  const deviation = null;

  return { subject, day, frames, regions, minutes, liveliest, deviation };
}
