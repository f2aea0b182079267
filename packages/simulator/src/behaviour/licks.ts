import { ticksOf } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import type { Interval } from "./events.ts";

/** How long the tongue is off the spout between two licks of a bout. */
const offSeconds = 0.062;

/** The licks for one reward: 6-7 Hz for 1-2 s, the first when the mouse has noticed the water. */
export function lickBout(reward: number, random: RandomStream): Interval[] {
  const begin = reward + ticksOf(random.logNormal(0.22, 0.35));
  const end = begin + ticksOf(random.between(1, 2));
  return licks(begin, end, random);
}

function licks(begin: number, end: number, random: RandomStream): Interval[] {
  const frequencyHz = random.between(6, 7);
  const found: Interval[] = [];
  for (let onset = begin; onset < end;) {
    const period = random.logNormal(1 / frequencyHz, 0.06);
    found.push({ onset, end: onset + ticksOf(Math.max(0.03, period - offSeconds)) });
    onset += ticksOf(period);
  }
  return found;
}
