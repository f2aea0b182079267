import type { TimeSelection, TimeSeries } from "../types.ts";
import { missing, wrongShape, type SessionContext } from "./context.ts";
import { readScaled } from "./series.ts";
import { openTimeAxis, selectSamples } from "./time-axis.ts";

/**
 * The likelihood of a keypoint. That of a 30 Hz keypoint has a value a video frame, so its clock is the video's.
 *
 * @param pose path of the keypoint's series.
 * @param video path of the image series of its view; undefined where the profile knows none.
 */
export async function readLikelihood(
  context: SessionContext,
  pose: string,
  video: string | undefined,
  name: string,
  selection: TimeSelection,
): Promise<TimeSeries> {
  const { file } = context;
  const path = `${pose}/confidence`;
  const info = await file.dataset(path);
  if (info === null) throw missing(context, `likelihood of ${name}`, []);
  if (info.shape?.length !== 1) throw wrongShape(context, path, info.shape, "n");
  const count = info.shape[0] as number;
  const own = await file.dataset(`${pose}/timestamps`);
  const clock = own?.shape?.[0] === count || video === undefined ? pose : video;
  const axis = await openTimeAxis(context, clock, count);
  const { rows, time, rateHz } = await selectSamples(context, axis, selection);
  const { data } = await readScaled(context, path, rows);
  return { name, time, data, rateHz, unit: "" };
}
