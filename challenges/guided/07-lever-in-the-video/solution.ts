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

  const seen = (_: number, frame: number) => Number.isFinite(tip[frame]) && Number.isFinite(rest[frame]);
  const mm = Array.from(lever).filter(seen);
  const tipY = Array.from(tip).filter(seen);
  const restY = Array.from(rest).filter(seen);
  const used = mm.length;

  const leverR = pearson(mm, tipY);
  const restR = pearson(mm, restY);

  // r times the ratio of the deviations is the slope
  const pixelsPerMm = (leverR * deviation(tipY)) / deviation(mm);

  return { used, leverR, restR, pixelsPerMm };
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
