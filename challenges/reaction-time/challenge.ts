import { canonicalRegions, cutRows, trialFrames, usableFrames } from "@braidyn/challenges/toolkit";
import type { Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";

/** 3.0 to 0.5 s before the cue, as in pre-cue: what is closer holds traces of the pull itself. */
const window = { fromFrames: -90, toFrames: -15 };

/** Reaction times of a response: within the response window, and after the cue. */
const longestSeconds = 1;

/**
 * dF/F before the cue of every trial with a pull, and the natural logarithm of the seconds from cue to pull.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or trials.
 */
export async function examples(session: Session): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const { cueFrames, reactionSeconds } = await trialFrames(session, dff);
  const usable = new Set(usableFrames(dff, cueFrames, window));
  const trials = Array.from(cueFrames.keys()).filter((trial) => {
    const seconds = reactionSeconds[trial] as number;
    return seconds > 0 && seconds <= longestSeconds && usable.has(cueFrames[trial] as number);
  });
  return {
    ...cutRows(
      dff,
      Int32Array.from(trials, (trial) => cueFrames[trial] as number),
      window,
    ),
    truth: { log_seconds: Float64Array.from(trials, (trial) => Math.log(reactionSeconds[trial] as number)) },
  };
}
