import { canonicalRegions, cutRows, pickBalanced, quietFrames } from "@braidyn/challenges/toolkit";
import { readSignals, usableFrames } from "@braidyn/challenges/toolkit";
import { createRandom, type Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { onsets } from "@braidyn/tables";

/** 0.5 s before time zero to 1.0 s after it. */
const window = { fromFrames: -15, toFrames: 30 };

/** A quiet window's time zero is this far from every event, and from the next quiet one: 2 and 1.5 s. */
const clearFrames = 60;
const apartFrames = 45;

/** Windows of a class that one session may give, so that long or busy sessions do not outweigh others. */
const mostOfAClass = 100;

/**
 * Windows of dF/F around lever onsets (1) and as many quiet ones (0): at least 2 s from any event, 45 frames apart.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or one of the event signals.
 */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const signals = await readSignals(session);
  const random = createRandom(seed);
  const pulls = usableFrames(dff, onsets(signals.state_lever), window);
  const quiet = quietFrames(Object.values(signals), {
    ...{ clearFrames, apartFrames, random },
    window: { before: -window.fromFrames, after: window.toFrames },
  });
  const picked = pickBalanced(pulls, usableFrames(dff, quiet, window), mostOfAClass, random);
  return {
    ...cutRows(
      dff,
      Int32Array.from(picked, ({ frame }) => frame),
      window,
    ),
    truth: { lever: Float64Array.from(picked, ({ label }) => label) },
  };
}
