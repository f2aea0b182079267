import { canonicalRegions, cutRows, isOn, pickBalanced } from "@braidyn/challenges/toolkit";
import { readSignals, taskSignals, usableFrames } from "@braidyn/challenges/toolkit";
import { createRandom, type Examples, type Random } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { onsets } from "@braidyn/tables";

/** 0.5 s before time zero to 1.0 s after it, as published. */
const window = { fromFrames: -15, toFrames: 30 };

/** Windows of a class that one session may give for one event. */
const mostOfAClass = 50;

/** Names of the truth columns by signal. */
const columns = { state_lever: "lever", lick: "lick", reward: "reward", tone: "tone" } as const;

/**
 * The published protocol: for each event, windows around its onsets and as many in which this event is not on. Other
 * events may be in either, as they were. A row belongs to one event and has no truth (NaN) in the columns of the others.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or one of the event signals.
 */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const signals = await readSignals(session);
  const random = createRandom(seed);
  const rows = taskSignals.flatMap((name) => {
    const events = usableFrames(dff, onsets(signals[name]), window);
    const without = usableFrames(dff, framesWithout(signals[name], events.length, random), window);
    const picked = pickBalanced(events, without, mostOfAClass, random);
    return picked.map(({ frame, label }) => ({ frame, label, column: columns[name] }));
  });
  rows.sort((a, b) => a.frame - b.frame);
  const truth = Object.values(columns).map((column): [string, Float64Array] => [
    column,
    Float64Array.from(rows, (row) => (row.column === column ? row.label : NaN)),
  ]);
  const frames = Int32Array.from(rows, ({ frame }) => frame);
  return { ...cutRows(dff, frames, window), truth: Object.fromEntries(truth) };
}

/** Frames drawn at random, around which the signal is off throughout the window. */
function framesWithout(signal: ArrayLike<number>, count: number, random: Random): number[] {
  const off = Array.from({ length: signal.length }, (_, frame) => frame).filter(
    (frame) => !isOn(signal, frame + window.fromFrames, frame + window.toFrames),
  );
  // some of them will be too near the ends of the recording
  return random.sample(off.length, Math.min(off.length, 2 * count)).map((index) => off[index] as number);
}
