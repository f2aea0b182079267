import { createRandom, type Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { canonicalRegions } from "./canonical-regions.ts";
import { cutRows, usableFrames, type RowWindow } from "./row-windows.ts";

export interface BodyMomentsOptions {
  /** What of dF/F around a moment is given. */
  readonly window: RowWindow;
  /** Moments that a session gives at most, and frames that lie at least between two. */
  readonly most: number;
  readonly apartFrames: number;
  readonly seed: number;
}

/**
 * Moments drawn at random from a session: dF/F around them, and where lever, right paw and pupil are, each z-scored over
 * the session's moments. A moment at which the paw or the pupil was not seen is left out; a session in which one of the
 * three never moves gives no row.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F, the lever, the paw or the pupil.
 */
export async function bodyMoments(
  session: Session,
  { window, most, apartFrames, seed }: BodyMomentsOptions,
): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const body = await bodyTraces(session);
  const seen = Array.from(dff.time.keys()).filter((frame) =>
    Object.values(body).every((trace) => Number.isFinite(trace[frame])),
  );
  const usable = usableFrames(dff, seen, window);
  const order = createRandom(seed).shuffle(Array.from(usable));
  const frames = spreadOut(order, most, apartFrames);
  const truth = Object.entries(body).map(([name, trace]): [string, Float64Array | null] => [
    name,
    standardized(Float64Array.from(frames, (frame) => trace[frame] as number)),
  ]);
  const still = truth.some(([, values]) => values === null);
  return {
    ...cutRows(dff, still ? [] : frames, window),
    truth: Object.fromEntries(
      truth.map(([name, values]) => [name, still || values === null ? none : values]),
    ),
  };
}

const none = new Float64Array(0);

/** One value a frame: the lever, the distance of the right paw from where it usually is, the pupil's diameter. */
async function bodyTraces(session: Session): Promise<Record<string, ArrayLike<number>>> {
  const [lever, paw, pupil] = await Promise.all([
    session.sensor("lever"),
    session.keypoint("body", "rightpawcenter"),
    session.pupil(),
  ]);
  const [x, y] = [median(paw.x), median(paw.y)];
  const away = Float64Array.from(paw.x, (value, i) => Math.hypot(value - x, (paw.y[i] as number) - y));
  return { lever: lever.data, paw: away, pupil: pupil.diameter };
}

/** The first of `frames` that keep their distance from those before, in order of time. */
function spreadOut(frames: readonly number[], most: number, apartFrames: number): number[] {
  const taken: number[] = [];
  const near = new Set<number>();
  for (const frame of frames) {
    if (taken.length === most) break;
    if (near.has(frame)) continue;
    taken.push(frame);
    for (let other = frame - apartFrames + 1; other < frame + apartFrames; other++) near.add(other);
  }
  return taken.sort((a, b) => a - b);
}

/** Mean 0 and standard deviation 1; null for values that do not vary. */
function standardized(values: Float64Array): Float64Array | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return variance > 0 ? values.map((value) => (value - mean) / Math.sqrt(variance)) : null;
}

/** Of the values that are there. */
function median(values: ArrayLike<number>): number {
  const known = Float64Array.from(values).filter(Number.isFinite).sort();
  return known[known.length >> 1] ?? NaN;
}
