import { bodyMoments } from "@braidyn/challenges/toolkit";
import type { Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";

/** The second before a moment, which ends with the frame before it. */
const window = { fromFrames: -30, toFrames: 0 };

/** Moments a session gives at most, at least 0.5 s apart. */
const most = 400;
const apartFrames = 15;

/**
 * Moments drawn at random: dF/F before them, and lever, right paw and pupil at them.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F, the lever, the right paw or the pupil.
 */
export function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  return bodyMoments(session, { window, most, apartFrames, seed });
}
