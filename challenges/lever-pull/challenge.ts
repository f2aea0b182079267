import type { Examples } from "@braidyn/harness";
import { createRandom, type Random } from "@braidyn/harness";
import type { Session } from "@braidyn/nwb";
import { alignFrames, onsets, type Windows } from "@braidyn/tables";
import { canonicalRegions } from "../canonical-regions.ts";
import { quietFrames } from "../quiet-frames.ts";

const beforeSeconds = 0.5;
const afterSeconds = 1;
/** Windows of a class that one session may give, so that long or busy sessions do not outweigh others. */
const mostOfAClass = 100;
/** Settling at the start and the end of a recording, where the band-pass filter rings. */
const edgeSeconds = 10;

/** Signals whose events must be far from a window of class 0. */
const events = ["state_lever", "lick", "tone", "reward"] as const;

/**
 * Windows of dF/F around lever onsets (1) and as many quiet ones (0): at least 2 s from any event, 45 frames apart.
 *
 * @throws BraidynError `NWB_MISSING` for a session without dF/F or one of the event signals.
 */
export async function examples(session: Session, { seed }: { readonly seed: number }): Promise<Examples> {
  const dff = canonicalRegions(await session.dff());
  const signals = await Promise.all(events.map(async (name) => (await session.sensor(name)).data));
  const random = createRandom(seed);
  const window = { beforeSeconds, afterSeconds };

  const inside = (frames: ArrayLike<number>) =>
    Array.from(frames).filter((frame) => awayFromEdges(dff.time, frame));
  const pulls = alignFrames(dff, inside(onsets(signals[0] as ArrayLike<number>)), window);
  const quiet = quietFrames(signals, {
    clearFrames: 60,
    window: { before: 15, after: 30 },
    apartFrames: 45,
    random,
  });
  const still = alignFrames(dff, inside(quiet), window);

  const count = Math.min(pulls.count, still.count, mostOfAClass);
  const chosen = [...choose(pulls, count, 1, random), ...choose(still, count, 0, random)];
  chosen.sort((a, b) => a.frame - b.frame);
  const size = pulls.samples * dff.regions.length;
  const input = new Float32Array(chosen.length * size);
  chosen.forEach(({ windows, index }, row) => {
    input.set(windows.data.subarray(index * size, (index + 1) * size), row * size);
  });
  return {
    count: chosen.length,
    inputShape: [pulls.samples, dff.regions.length],
    input,
    truth: { lever: Float64Array.from(chosen, ({ label }) => label) },
    time: Float64Array.from(chosen, ({ frame }) => dff.time[frame] as number),
  };
}

interface Chosen {
  readonly windows: Windows;
  readonly index: number;
  readonly frame: number;
  readonly label: 0 | 1;
}

function choose(windows: Windows, count: number, label: 0 | 1, random: Random): Chosen[] {
  return random
    .sample(windows.count, count)
    .map((index) => ({ windows, index, frame: windows.frames[index] as number, label }));
}

function awayFromEdges(time: Float64Array, frame: number): boolean {
  const seconds = time[frame] as number;
  return seconds - (time[0] as number) >= edgeSeconds && (time.at(-1) as number) - seconds >= edgeSeconds;
}
