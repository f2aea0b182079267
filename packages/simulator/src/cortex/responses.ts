import type { Events, Sense } from "../behaviour/events.ts";
import { frameAtOrAfter, frameTick, ticksOf, ticksPerSecond } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import { areas, regions, type Hemisphere } from "../regions.ts";
import type { Brain } from "./brain.ts";
import { kernelLeadSeconds, kernelRateHz, pulseKernel, pullKernel } from "./kernel.ts";

/** Spread of single responses: of their size (logarithmic) and latency (seconds). */
const trialGainSd = 0.7;
const jitterSeconds = 0.06;

/** A short twitch of the lever moves the cortex less than a full pull of this length. */
const fullPullSeconds = 0.25;
const leastPullGain = 0.35;

/** An answer to something else than a pull: dF/F at its peak by area, in one or both hemispheres. Assumed. */
interface Pulse {
  readonly kernel: Float64Array;
  readonly peak: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly hemisphere?: Hemisphere;
}

const tone: Pulse = {
  kernel: pulseKernel(0.05, 0.3),
  peak: { AUDp: 0.016, AUDs: 0.013 },
  elsewhere: 0.004,
};
const reward: Pulse = {
  kernel: pulseKernel(0.15, 0.8),
  peak: { RSPagl: 0.02, RSPd: 0.02, VISp: 0.012, VISpm: 0.012 },
  elsewhere: 0.006,
};
const lick: Pulse = {
  kernel: pulseKernel(0.04, 0.2),
  peak: { SSp_m: 0.01, SSp_n: 0.007, MOs: 0.008, MOp: 0.006, SSs: 0.004 },
  elsewhere: 0.001,
};

/** The flash and the brush come from the right, the noise from the left; each sense answers on the other side. */
const stimulus: Record<Sense, Pulse> = {
  visual: sensory("left", { VISp: 0.05, VISl: 0.03, VISpm: 0.025, VISal: 0.02, VISam: 0.02, VISrl: 0.02 }),
  auditory: sensory("right", { AUDp: 0.04, AUDs: 0.03 }),
  somatosensory: sensory("left", { SSp_bfd: 0.06, SSs: 0.03, SSp_n: 0.025, SSp_un: 0.02 }),
};

const pullKernels = areas.map((area) => pullKernel(area.pull));
const meanPullKernel = (pullKernels[0] ?? new Float64Array()).map(
  (_, i) => pullKernels.reduce((sum, kernel) => sum + kernel[i]!, 0) / pullKernels.length,
);

/** Adds what the cortex answers to the session's events; `columns` has one array of frames a region. */
export function addResponses(
  columns: readonly Float64Array[],
  events: Events,
  brain: Brain,
  random: RandomStream,
): void {
  for (const { onset, end } of events.pulls) {
    const length = Math.min(1, (end - onset) / ticksOf(fullPullSeconds));
    const gain = (leastPullGain + (1 - leastPullGain) * length) * trialGain(random);
    addPull(columns, jittered(onset, brain, random), gain, brain);
  }
  for (const { cue, reward: water } of events.trials) {
    addPulse(columns, jittered(cue, brain, random), trialGain(random), tone);
    if (water !== null) addPulse(columns, jittered(water, brain, random), trialGain(random), reward);
  }
  for (const { onset } of events.licks) addPulse(columns, onset, 1, lick);
  for (const { onset, sense } of events.stimuli) {
    addPulse(columns, jittered(onset, brain, random), trialGain(random), stimulus[sense]);
  }
}

function addPull(columns: readonly Float64Array[], tick: number, gain: number, brain: Brain): void {
  columns.forEach((column, r) => {
    const shared = gain * brain.gain[r]!;
    const own = gain * brain.privateDirection[r]!;
    addKernel(column, tick, shared, pullKernels[r % areas.length]!);
    addKernel(column, tick, own, meanPullKernel);
  });
}

function addPulse(columns: readonly Float64Array[], tick: number, gain: number, pulse: Pulse): void {
  columns.forEach((column, r) => {
    const { area, hemisphere } = regions[r]!;
    if (pulse.hemisphere !== undefined && pulse.hemisphere !== hemisphere) return;
    const peak = pulse.peak[area.name] ?? pulse.elsewhere;
    if (peak !== 0) addKernel(column, tick, gain * peak, pulse.kernel);
  });
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

function sensory(hemisphere: Hemisphere, peak: Record<string, number>): Pulse {
  return { kernel: pulseKernel(0.06, 0.35), peak, elsewhere: 0, hemisphere };
}
