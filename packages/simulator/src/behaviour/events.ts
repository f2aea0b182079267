/** From `onset` until before `end`, in ticks. */
export interface Interval {
  readonly onset: number;
  readonly end: number;
}

/** The lever beyond 1 mm. */
export interface Pull extends Interval {
  readonly peakMm: number;
}

export type Outcome = "success" | "short-pull" | "no-response";

export interface Trial {
  /** Tick of the tone's onset. */
  readonly cue: number;
  /** Tick at which the lever passed 1 mm; null without a response. */
  readonly pullOnset: number | null;
  /** Tick at which the water came; null without success. */
  readonly reward: number | null;
  /** Tick at which waiting began again. */
  readonly end: number;
  /** T_pull of this trial, seconds. */
  readonly requiredSeconds: number;
  readonly outcome: Outcome;
}

export const senses = ["visual", "auditory", "somatosensory"] as const;
export type Sense = (typeof senses)[number];

/** One stimulus of a sensory session. */
export interface Stimulus extends Interval {
  readonly sense: Sense;
}

/** What happened in a session, in order of time. */
export interface Events {
  readonly trials: readonly Trial[];
  readonly pulls: readonly Pull[];
  readonly licks: readonly Interval[];
  readonly stimuli: readonly Stimulus[];
}
