/** Lesson 7: the lever in the video against the lever's sensor. */
import { pearson } from "@braidyn/harness";
import { openSession } from "@braidyn/nwb";

/** `path` is the session's file. */
export async function answer(path: string) {
  const session = await openSession(path);
  const lever = (await session.sensor("lever")).data; // mm
  const tip = (await session.keypoint("body", "rightbartip")).y; // pixels
  const rest = (await session.keypoint("body", "leftbartip")).y;
  session.close();

  // TODO 1: the frames in which both points were seen
  const used = null;

  // TODO 2: correlate (`pearson`) the tip's y with the lever, and the rest's y with the lever
  const leverR = null;
  const restR = null;

  // TODO 3: how many pixels does the tip move with one millimetre?
  const pixelsPerMm = null;

  return { used, leverR, restR, pixelsPerMm };
}
