import type { Events } from "../behaviour/events.ts";
import { secondsOf, videoTicks } from "../clock.ts";
import type { CompleteOptions } from "../options.ts";
import { randomStream } from "../random.ts";
import { movePoint, type Drivers } from "./keypoints.ts";
import { likelihoodFloor, likelihoodTrace } from "./likelihood.ts";
import { arousalAt } from "./arousal.ts";
import { simulatePupil, type Pupil } from "./pupil.ts";
import { during, leverTrace } from "./traces.ts";
import { viewNames, views, type Point, type ViewName } from "./views.ts";

/** One keypoint. */
export interface TrackedPoint {
  readonly name: string;
  /** Frames x 2 pixels at 30 Hz; NaN where the likelihood is below 0.2. */
  readonly xy: Float32Array;
  /** Video frames. */
  readonly likelihood: Float64Array;
  /** Video frames x 2 pixels, without NaN; null in reduced sessions. */
  readonly rawXy: Float64Array | null;
}

/** What the cameras saw. */
export interface Tracking {
  /** Ticks and seconds of the video frames (100 Hz). */
  readonly videoTicks: Int32Array;
  readonly videoTime: Float64Array;
  /** By view, in the files' order; null when not asked for. */
  readonly keypoints: Readonly<Record<ViewName, readonly TrackedPoint[]>> | null;
  /** At 30 Hz; null when not asked for. */
  readonly pupil: Pupil | null;
  /** At the video frames; null in reduced sessions. */
  readonly rawPupil: Pupil | null;
}

/**
 * Keypoints and pupil. A full session's are simulated at the video frames and sampled at the imaging frames; a reduced
 * session's only at the imaging frames, which takes a third of the time.
 */
export function trackBody(options: CompleteOptions, events: Events, ticks: Int32Array): Tracking | null {
  const wantsKeypoints = options.streams.includes("keypoints");
  if (!wantsKeypoints && !options.streams.includes("pupil")) return null;
  const video = videoTicks(ticks.length);
  const full = options.layout === "full";
  const nearest = nearestVideoFrame(ticks, video);
  const drivers = driversAt(full ? video : ticks, options, events, ticks);
  const seen: Seen = { events, video, nearest, drivers, full };
  return {
    videoTicks: video,
    videoTime: secondsOf(video),
    keypoints: wantsKeypoints ? trackPoints(options, seen) : null,
    pupil: options.streams.includes("pupil")
      ? full
        ? samplePupil(drivers.pupil, nearest)
        : drivers.pupil
      : null,
    rawPupil: full && options.streams.includes("pupil") ? drivers.pupil : null,
  };
}

interface Seen {
  readonly events: Events;
  readonly video: Int32Array;
  /** The video frame taken last before each imaging frame. */
  readonly nearest: Int32Array;
  readonly drivers: Drivers;
  readonly full: boolean;
}

function trackPoints(options: CompleteOptions, seen: Seen): Record<ViewName, TrackedPoint[]> {
  const { seed, mouse, day, type } = options;
  const track = (view: ViewName): TrackedPoint[] =>
    views[view].points.map((point) => trackPoint(point, [seed, mouse, day, type, view, point.name], seen));
  return Object.fromEntries(viewNames.map((view) => [view, track(view)])) as Record<ViewName, TrackedPoint[]>;
}

function trackPoint(point: Point, keys: readonly (string | number)[], seen: Seen): TrackedPoint {
  const { events, video, nearest, drivers, full } = seen;
  const visible = point.onlyLicking ? during(video, events.licks) : null;
  const likelihood = likelihoodTrace(video.length, visible, randomStream(...keys, "likelihood"));
  const moved = movePoint(point, drivers, randomStream(...keys));
  const xy = new Float32Array(2 * nearest.length);
  for (let i = 0; i < nearest.length; i++) {
    const source = full ? nearest[i]! : i;
    const lost = likelihood[nearest[i]!]! < likelihoodFloor;
    xy[2 * i] = lost ? NaN : moved[2 * source]!;
    xy[2 * i + 1] = lost ? NaN : moved[2 * source + 1]!;
  }
  return { name: point.name, xy, likelihood, rawXy: full ? moved : null };
}

/** @param frames ticks of the imaging frames, between which arousal hardly moves. */
function driversAt(ticks: Int32Array, options: CompleteOptions, events: Events, frames: Int32Array): Drivers {
  const { seed, mouse, day, type } = options;
  const arousal = arousalAt(ticks, options, frames);
  return {
    lever: leverTrace(ticks, events.pulls),
    lick: during(ticks, events.licks),
    arousal,
    pupil: simulatePupil(ticks, events, arousal, randomStream(seed, mouse, day, type, "pupil")),
  };
}

function nearestVideoFrame(ticks: Int32Array, video: Int32Array): Int32Array {
  const nearest = new Int32Array(ticks.length);
  let frame = 0;
  for (let i = 0; i < ticks.length; i++) {
    while (frame + 1 < video.length && video[frame + 1]! <= ticks[i]!) frame++;
    nearest[i] = frame;
  }
  return nearest;
}

function samplePupil(pupil: Pupil, frames: Int32Array): Pupil {
  const sample = (trace: Float32Array): Float32Array => Float32Array.from(frames, (frame) => trace[frame]!);
  return {
    diameter: sample(pupil.diameter),
    centerX: sample(pupil.centerX),
    centerY: sample(pupil.centerY),
  };
}
