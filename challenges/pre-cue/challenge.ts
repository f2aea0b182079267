import { canonicalRegions, cutRows, trialFrames, usableFrames } from "@braidyn/challenges/toolkit";
import type { Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { historyModel } from "./history.ts";

/** 3.0 to 0.5 s before the cue; the README says why it ends there. */
const window = { fromFrames: -90, toFrames: -15 };

/**
 * dF/F before every cue, and whether a pull followed within the response window. The reference is what the outcomes of
 * the trials before tell.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or trials.
 */
export async function examples(session: Session): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const { cueFrames, reactionSeconds } = await trialFrames(session, dff);
  const responded = reactionSeconds.map((seconds) => Number(Number.isFinite(seconds)));
  const expected = historyModel(responded);
  const usable = new Set(usableFrames(dff, cueFrames, window));
  const trials = Array.from(cueFrames.keys()).filter((trial) => usable.has(cueFrames[trial] as number));
  const pick = (values: Float64Array) => Float64Array.from(trials, (trial) => values[trial] as number);
  return {
    ...cutRows(
      dff,
      Int32Array.from(trials, (trial) => cueFrames[trial] as number),
      window,
    ),
    truth: { responds: pick(responded) },
    reference: { responds: pick(expected) },
  };
}
