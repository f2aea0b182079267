import type { Events } from "../behaviour/events.ts";
import { frameAtOrAfter, frameTick, ticksOf, ticksPerSecond } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import type { Brain } from "./brain.ts";
import { evokedIn, type Evoked } from "./evoked.ts";
import { kernelLeadSeconds, kernelRateHz } from "./kernel.ts";

/** Spread of single responses: of their size (logarithmic) and latency (seconds). */
const trialGainSd = 0.7;
const jitterSeconds = 0.06;

/** A short twitch of the lever moves the cortex less than a full pull of this length. */
const fullPullSeconds = 0.25;
const leastPullGain = 0.35;

/** Adds what the cortex answers to the session's events; `columns` has one array of frames a region. */
export function addResponses(
  columns: readonly Float64Array[],
  events: Events,
  brain: Brain,
  random: RandomStream,
): void {
  const { task, stimuli } = evokedIn(brain);
  const add = (tick: number, gain: number, evoked: Evoked) =>
    evoked.forEach((kernel, r) => addKernel(columns[r]!, tick, gain, kernel));
  for (const { onset, end } of events.pulls) {
    const length = Math.min(1, (end - onset) / ticksOf(fullPullSeconds));
    const gain = (leastPullGain + (1 - leastPullGain) * length) * trialGain(random);
    add(jittered(onset, brain, random), gain, task.pull);
  }
  for (const { cue, reward } of events.trials) {
    add(jittered(cue, brain, random), trialGain(random), task.tone);
    if (reward !== null) add(jittered(reward, brain, random), trialGain(random), task.reward);
  }
  for (const { onset } of events.licks) add(onset, 1, task.lick);
  for (const { onset, sense } of events.stimuli) {
    add(jittered(onset, brain, random), trialGain(random), stimuli[sense]);
  }
}

function addKernel(column: Float64Array, tick: number, gain: number, kernel: Float64Array): void {
  const begin = tick - ticksOf(kernelLeadSeconds);
  const first = frameAtOrAfter(begin);
  const step = kernelRateHz / 30;
  let at = Math.round(((frameTick(first) - begin) * kernelRateHz) / ticksPerSecond);
  for (let frame = first; at < kernel.length && frame < column.length; frame++, at += step) {
    column[frame]! += gain * kernel[at]!;
  }
}

function trialGain(random: RandomStream): number {
  return random.logNormal(Math.exp((-trialGainSd * trialGainSd) / 2), trialGainSd); // of mean 1
}

function jittered(tick: number, brain: Brain, random: RandomStream): number {
  return tick + ticksOf(brain.latencySeconds + jitterSeconds * random.normal());
}
