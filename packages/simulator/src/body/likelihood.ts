import type { RandomStream } from "../random.ts";

/** Below it the 30 Hz data have NaN. Source: the dataset's packager. */
export const likelihoodFloor = 0.2;

/** Share of frames in which the tracker loses a point, and for how many video frames it then does. Assumed. */
const lostShare = 0.012;
const lostFrames = 14;

/** DeepLabCut writes likelihoods as half floats; this is their grain near 1. */
const grain = 1 / 1024;

/**
 * The tracker's likelihood of one point at every video frame: near 1, with runs near 0.
 *
 * @param visible where given, 1 while the point can be seen at all.
 */
export function likelihoodTrace(
  length: number,
  visible: Float64Array | null,
  random: RandomStream,
): Float64Array {
  const trace = new Float64Array(length);
  const { uniform } = random;
  for (let i = 0; i < length; i++) {
    const seen = visible === null || visible[i] === 1;
    trace[i] = seen ? sure(uniform()) : unsure(uniform());
  }
  const betweenLosses = lostFrames / lostShare;
  for (let i = random.exponential(betweenLosses); i < length; i += random.exponential(betweenLosses)) {
    const begin = Math.floor(i);
    i += Math.ceil(random.exponential(lostFrames));
    for (let frame = begin; frame < Math.min(length, i); frame++) trace[frame] = unsure(uniform());
  }
  return trace;
}

/** .992 to 1, mostly near 1. */
function sure(u: number): number {
  return 1 - grain * Math.floor(1 + 8 * u * u);
}

/** 0 to .175, mostly near 0: below the floor. */
function unsure(u: number): number {
  return grain * Math.floor(180 * u * u);
}
