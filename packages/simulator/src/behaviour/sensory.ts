import { ticksOf } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import { senses, type Events, type Sense, type Stimulus } from "./events.ts";

/** How long a stimulus lasts, and the pause between two, seconds. */
const stimulusSeconds: Record<Sense, number> = { visual: 0.1, auditory: 0.5, somatosensory: 0.5 };
const pause = { least: 4.2, most: 5 };

/** Flash, noise and brush in turn, from tick `from` until before `until`, on an anaesthetised mouse. */
export function playStimuli(
  [from, until]: readonly [from: number, until: number],
  random: RandomStream,
): Events {
  const stimuli: Stimulus[] = [];
  for (let onset = from + ticksOf(2); ;) {
    const sense = senses[stimuli.length % senses.length]!;
    const end = onset + ticksOf(stimulusSeconds[sense]);
    if (end + ticksOf(1) >= until) return { trials: [], pulls: [], licks: [], stimuli };
    stimuli.push({ sense, onset, end });
    onset = end + ticksOf(random.between(pause.least, pause.most));
  }
}
