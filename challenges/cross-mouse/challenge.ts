import { canonicalRegions, cutRows, isOn, quietFrames } from "@braidyn/challenges/toolkit";
import { readSignals, taskSignals, usableFrames } from "@braidyn/challenges/toolkit";
import { createRandom, type Examples, type Random } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { onsets } from "@braidyn/tables";

/** 0.5 s before time zero to 1.5 s after it; the question is about the second that begins at time zero. */
const window = { fromFrames: -15, toFrames: 45 };
const secondFrames = 30;

/** A quiet window's time zero is this far from every event, and from the next quiet one: 2 s. */
const clearFrames = 60;
const apartFrames = 60;

/** Windows that a session gives around cues, around pulls and of quiet, at most of each. */
const mostOfAKind = 60;

/** Names of the truth columns by signal. */
const columns = { state_lever: "lever", lick: "lick", reward: "reward", tone: "tone" } as const;

/**
 * Seconds with a cue in them, seconds with a pull and quiet ones; where in its second the event comes is left to chance.
 * Every row tells of all four signals whether they were on in its second.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or one of the event signals.
 */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const signals = await readSignals(session);
  const random = createRandom(seed);
  const quiet = quietFrames(Object.values(signals), {
    ...{ clearFrames, apartFrames, random },
    window: { before: -window.fromFrames, after: window.toFrames },
  });
  const kinds = [
    somewhereBefore(onsets(signals.tone), random),
    somewhereBefore(onsets(signals.state_lever), random),
    quiet,
  ].map((frames) => sample(usableFrames(dff, frames, window), random));
  const frames = Int32Array.from(new Set(kinds.flat())).sort();
  const truth = taskSignals.map((name): [string, Float64Array] => [
    columns[name],
    Float64Array.from(frames, (frame) => Number(isOn(signals[name], frame, frame + secondFrames))),
  ]);
  return { ...cutRows(dff, frames, window), truth: Object.fromEntries(truth) };
}

/** For every onset a frame from which on it comes within the second. */
function somewhereBefore(events: Int32Array, random: Random): Int32Array {
  return events.map((onset) => onset - random.integer(secondFrames));
}

function sample(frames: Int32Array, random: Random): number[] {
  const count = Math.min(frames.length, mostOfAKind);
  return random.sample(frames.length, count).map((index) => frames[index] as number);
}
