import { canonicalRegions, cutRows, readSignals, usableFrames } from "@braidyn/challenges/toolkit";
import { createRandom, type Examples } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { heldPulls } from "./held-pulls.ts";
import { holdQuotas, pickHoldMatched } from "./hold-matched.ts";
import { zScored } from "./z-scored.ts";

/** 0.5 s before the pull to 1.0 s after it. */
const window = { fromFrames: -15, toFrames: 30 };

const windows = holdQuotas.reduce((sum, { count }) => sum + count, 0);

/**
 * One row a session: forty windows of dF/F around spontaneous pulls, of the same lengths of holding in every session, in
 * random order, each region z-scored over the forty. Truth is the day of training. A session with too few such pulls, or
 * whose day is not known, gives no row.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or one of the event signals.
 */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const pulls = heldPulls(await readSignals(session), { before: -window.fromFrames, after: window.toFrames });
  const usable = new Set(
    usableFrames(
      dff,
      pulls.map(({ frame }) => frame),
      window,
    ),
  );
  const picked = pickHoldMatched(
    pulls.filter(({ frame }) => usable.has(frame)),
    createRandom(seed),
  );
  const { day } = session.info;
  const frames = day === null || picked === null ? [] : picked.map(({ frame }) => frame);
  const { input, inputShape, time } = cutRows(dff, frames, window);
  const count = frames.length > 0 ? 1 : 0;
  return {
    count,
    inputShape: [windows, ...inputShape],
    input: zScored(input, dff.regions.length),
    truth: { training_day: new Float64Array(count).fill(day ?? NaN) },
    time: Float64Array.from(time.subarray(0, count)),
  };
}
