import type { Session } from "@braidyn/nwb";
import type { KeypointTrack } from "../kinds/keypoints.ts";
import { missing } from "./events.ts";

export interface ReadKeypointsOptions {
  /** Default: the first camera that has points. */
  readonly view?: string;
  /** Default: the view's first six. */
  readonly names?: readonly string[];
  readonly time?: readonly [from: number, to: number];
}

/** More lines than this in one drawing are a tangle. */
const usualCount = 6;

/**
 * Reads tracked points at 30 Hz for {@link keypointsPlot}.
 *
 * @throws BraidynError `NWB_MISSING` for a session, view or point without any.
 */
export async function readKeypoints(
  session: Session,
  options: ReadKeypointsOptions = {},
): Promise<KeypointTrack[]> {
  const views = Object.entries(session.contents.downsampled.keypoints).filter(
    ([, names]) => names.length > 0,
  );
  const [view, names] = views.find(([name]) => options.view === undefined || name === options.view) ?? [];
  if (view === undefined || names === undefined) {
    const available = views.map(([name]) => name);
    throw missing(
      session,
      options.view === undefined ? "keypoints" : `keypoints of the view ${options.view}`,
      available,
    );
  }
  const selection = options.time && { time: options.time };
  return Promise.all(
    (options.names ?? names.slice(0, usualCount)).map((name) => session.keypoint(view, name, selection)),
  );
}
