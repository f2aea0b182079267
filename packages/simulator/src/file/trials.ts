import { dataset, type Hdf5Group } from "@braidyn/nwb/write";
import type { Outcome, Stimulus, Trial } from "../behaviour/events.ts";
import { secondsAt } from "../clock.ts";
import type { OutcomeLabels } from "../options.ts";
import type { Column, NwbMaker } from "./nwb.ts";

/** From a tick on the acquisition clock to a second on the clock of the table. */
export type Clock = (tick: number) => number;

const words: Record<OutcomeLabels, Record<Outcome, string>> = {
  released: { success: "success", "no-response": "miss", "short-pull": "failure" },
  prerelease: { success: "success", "no-response": "failure", "short-pull": "miss" },
};

/** The authors' trial columns in their order; times are float32 seconds, NaN where there was no pull. */
export function trialTable(
  make: NwbMaker,
  trials: readonly Trial[],
  clock: Clock,
  labels: OutcomeLabels,
  description: string,
): Hdf5Group {
  const word = words[labels];
  const times = (of: (trial: Trial) => number | null, convert: Clock): Float64Array =>
    Float64Array.from(trials, (trial) => {
      const tick = of(trial);
      return tick === null ? NaN : convert(tick);
    });
  const columns: Record<string, Column> = {
    start_time: { description: "the timing of the cue onset", values: dataset(times((t) => t.cue, clock)) },
    stop_time: {
      description: "the timing when the trial outcome is determined",
      values: dataset(times((t) => t.end, clock)),
    },
    pull_onset: {
      description: "the timing when the animal started to pull the lever",
      values: dataset(times((t) => t.pullOnset, clock)),
    },
    reaction_time: {
      description:
        "the time interval (in seconds) from the cue onset to when the animal started to pull the lever",
      values: dataset(times((t) => (t.pullOnset === null ? null : t.pullOnset - t.cue), secondsAt)),
    },
    pull_duration_for_success: {
      description:
        "the duration (in seconds) that the animal was required to pull the lever to obtain reward for the trial",
      values: dataset(Float64Array.from(trials, (t) => Math.fround(t.requiredSeconds))),
    },
    trial_outcome: {
      description:
        `the outcome of the trial: \`${word["no-response"]} (0)\`, the animal did not pull the lever during the ` +
        "response window; `success (1)`, the animal pulled the lever for long enough to obtain the reward; " +
        `\`${word["short-pull"]} (2)\`, the animal pulled the lever, but released it too early`,
      values: dataset(trials.map((t) => word[t.outcome])),
    },
  };
  return make.table("TimeIntervals", description, columns);
}

export function stimulusTable(
  make: NwbMaker,
  stimuli: readonly Stimulus[],
  clock: Clock,
  description: string,
): Hdf5Group {
  const times = (of: (stimulus: Stimulus) => number): Float64Array =>
    Float64Array.from(stimuli, (stimulus) => clock(of(stimulus)));
  return make.table("TimeIntervals", description, {
    start_time: { description: "the timing of the stimulus onset", values: dataset(times((s) => s.onset)) },
    stop_time: { description: "the timing of the stimulus offset", values: dataset(times((s) => s.end)) },
    stim_modality: {
      description:
        "the modality of the stimulus: `visual (1)`, a flash of LED in front of the animal's eye; `auditory (2)`, a " +
        "brief buzz of white noise from the speaker on the front-left side of the animal; `somatosensory (3)`, a brief " +
        "vibration to the right whisker-pad of the animal",
      values: dataset(stimuli.map((s) => s.sense)),
    },
  });
}
