import type { Sense } from "../behaviour/events.ts";
import { regions, type Hemisphere } from "../regions.ts";
import type { Brain, TaskEvent } from "./brain.ts";
import { pulseKernel, pullKernel } from "./kernel.ts";

/** One kernel a region: dF/F after an event of gain 1, sampled as `kernel.ts` says. */
export type Evoked = readonly Float64Array[];

/** What the cortex of one mouse answers on one day, by event. */
export interface EvokedResponses {
  readonly task: Readonly<Record<TaskEvent, Evoked>>;
  readonly stimuli: Readonly<Record<Sense, Evoked>>;
}

/** An answer to something else than a pull: its course, and dF/F at its peak by area, in one or both hemispheres. */
interface Pulse {
  readonly course: Float64Array;
  readonly peak: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly hemisphere?: Hemisphere;
}

/** The areas' pull responses were measured where tone and water had their share in them: this much is the pull's own. */
const pullShare = 0.75;

/** Where the answers are largest is physiology; how large they are is fitted to published decoding. */
const tone: Pulse = {
  course: pulseKernel(0.05, 0.3),
  peak: { AUDp: 0.024, AUDs: 0.02 },
  elsewhere: 0.006,
};
const reward: Pulse = {
  course: pulseKernel(0.15, 0.8),
  peak: { RSPagl: 0.04, RSPd: 0.04, VISp: 0.027, VISpm: 0.027 },
  elsewhere: 0.0165,
};
const lick: Pulse = {
  course: pulseKernel(0.04, 0.2),
  peak: { SSp_m: 0.0185, SSp_n: 0.013, MOs: 0.0145, MOp: 0.011, SSs: 0.0075 },
  elsewhere: 0.0018,
};

/** The flash and the brush come from the right, the noise from the left; each sense answers on the other side. */
const stimuli: Readonly<Record<Sense, Pulse>> = {
  visual: sensory("left", { VISp: 0.05, VISl: 0.03, VISpm: 0.025, VISal: 0.02, VISam: 0.02, VISrl: 0.02 }),
  auditory: sensory("right", { AUDp: 0.04, AUDs: 0.03 }),
  somatosensory: sensory("left", { SSp_bfd: 0.06, SSs: 0.03, SSp_n: 0.025, SSp_un: 0.02 }),
};

const pullKernels = regions.map(({ area }) => pullKernel(area.pull).map((value) => pullShare * value));

/** Every response in the size and the shape that `brain` gives it. */
export function evokedIn({ gain, privateDirection }: Brain): EvokedResponses {
  const inTask = (event: TaskEvent, shared: Evoked): Evoked => {
    const mean = meanOf(shared);
    const own = privateDirection[event];
    return shared.map((kernel, r) => kernel.map((value, i) => gain[r]! * value + own[r]! * mean[i]!));
  };
  const inSense = (pulse: Pulse): Evoked =>
    pulseKernels(pulse).map((kernel, r) => kernel.map((value) => gain[r]! * value));
  return {
    task: {
      pull: inTask("pull", pullKernels),
      tone: inTask("tone", pulseKernels(tone)),
      reward: inTask("reward", pulseKernels(reward)),
      lick: inTask("lick", pulseKernels(lick)),
    },
    stimuli: {
      visual: inSense(stimuli.visual),
      auditory: inSense(stimuli.auditory),
      somatosensory: inSense(stimuli.somatosensory),
    },
  };
}

function pulseKernels({ course, peak, elsewhere, hemisphere: only }: Pulse): Evoked {
  return regions.map(({ area, hemisphere }) => {
    const height = only !== undefined && only !== hemisphere ? 0 : (peak[area.name] ?? elsewhere);
    return course.map((value) => height * value);
  });
}

function meanOf(kernels: Evoked): Float64Array {
  return kernels[0]!.map((_, i) => kernels.reduce((sum, kernel) => sum + kernel[i]!, 0) / kernels.length);
}

function sensory(hemisphere: Hemisphere, peak: Record<string, number>): Pulse {
  return { course: pulseKernel(0.06, 0.35), peak, elsewhere: 0, hemisphere };
}
