import { ticksOf } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import type { Events, Interval, Pull, Trial } from "./events.ts";
import type { DayForm } from "./learner.ts";
import { lickBout } from "./licks.ts";
import { adaptiveRequirement } from "./requirement.ts";

/** The protocol, in seconds. Source: the dataset paper, doi:10.1038/s41597-025-05482-y. */
export const toneSeconds = 0.2;
export const responseWindowSeconds = 1;
export const rewardPhaseSeconds = 2;
const leastWait = 3;
const longestWait = 4;

/** A pull lasts at least one frame at 30 Hz, else it would leave no trace there. */
const shortestPull = ticksOf(1 / 30) + 1;

/** Reaction times: .09 s and a lognormal of median .17 s. */
const reaction = { deadSeconds: 0.09, medianSeconds: 0.17, sd: 0.6 };

export interface TaskSession extends Events {
  /** T_pull after the last trial, seconds. */
  readonly lastRequiredSeconds: number;
}

/**
 * Plays the cued lever-pull task from tick `from` until before `until`: waiting that any pull restarts, tone, pull and
 * hold, water.
 */
export function playTask(
  form: DayForm,
  firstRequiredSeconds: number,
  [from, until]: readonly [from: number, until: number],
  random: RandomStream,
): TaskSession {
  const requirement = adaptiveRequirement(firstRequiredSeconds);
  const trials: Trial[] = [];
  const pulls: Pull[] = [];
  const licks: Interval[] = [];
  let engagement = 1;
  let now = from;
  for (;;) {
    const cue = waitForCue(now, form, random, pulls);
    if (cue + ticksOf(responseWindowSeconds + rewardPhaseSeconds + 1) >= until) break;
    engagement = wander(engagement, random);
    const { trial, pull } = playTrial(cue, form, engagement, requirement.seconds, random);
    trials.push(trial);
    if (pull) pulls.push(pull);
    if (trial.reward !== null) licks.push(...lickBout(trial.reward, random));
    requirement.record(trial.outcome === "success");
    now = Math.max(trial.end, pull?.end ?? 0, (licks.at(-1)?.end ?? 0) - ticksOf(0.5));
  }
  const before = <T extends Interval>(events: readonly T[]): T[] => events.filter(({ end }) => end < until);
  return {
    trials,
    pulls: before(pulls),
    licks: before(licks),
    stimuli: [],
    lastRequiredSeconds: requirement.seconds,
  };
}

/** The tick of the next cue: 3-4 s without a pull. Pulls on the way are added to `pulls`. */
function waitForCue(from: number, form: DayForm, random: RandomStream, pulls: Pull[]): number {
  let freeSince = from;
  for (;;) {
    const wait = random.between(leastWait, longestWait);
    const untilPull = 0.15 + random.exponential(1 / form.spontaneousHz);
    if (untilPull > wait) return freeSince + Math.ceil(ticksOf(wait));
    const onset = freeSince + ticksOf(untilPull);
    const pull = makePull(onset, random.logNormal(0.12, 1), random);
    pulls.push(pull);
    freeSince = pull.end;
  }
}

/** How much the mouse is in the mood: about 1, wandering over some twenty trials. */
function wander(engagement: number, random: RandomStream): number {
  const next = 1 + 0.95 * (engagement - 1) + 0.04 * random.normal();
  return Math.min(1.12, Math.max(0.5, next));
}

function playTrial(
  cue: number,
  form: DayForm,
  engagement: number,
  requiredSeconds: number,
  random: RandomStream,
): { trial: Trial; pull: Pull | null } {
  const reactionSeconds = reaction.deadSeconds + random.logNormal(reaction.medianSeconds, reaction.sd);
  const responds = random.chance(form.response * engagement) && reactionSeconds < responseWindowSeconds;
  if (!responds) {
    const end = cue + ticksOf(responseWindowSeconds);
    const outcome = "no-response";
    return { trial: { cue, pullOnset: null, reward: null, end, requiredSeconds, outcome }, pull: null };
  }
  const pullOnset = cue + ticksOf(reactionSeconds);
  const pull = makePull(pullOnset, holdSeconds(form, requiredSeconds, random), random);
  const required = ticksOf(requiredSeconds);
  if (pull.end - pullOnset < required) {
    const outcome = "short-pull";
    return { trial: { cue, pullOnset, reward: null, end: pull.end, requiredSeconds, outcome }, pull };
  }
  const reward = pullOnset + required;
  const end = reward + ticksOf(rewardPhaseSeconds);
  return { trial: { cue, pullOnset, reward, end, requiredSeconds, outcome: "success" }, pull };
}

/** How long the lever is held; the longer it has to be, the more often it slips too early. */
function holdSeconds(form: DayForm, requiredSeconds: number, random: RandomStream): number {
  const held = Math.min(requiredSeconds + 1.2, random.logNormal(form.holdSeconds, 0.9));
  const slips = random.chance(Math.min(0.3, requiredSeconds));
  return slips ? Math.min(held, requiredSeconds * random.between(0.4, 0.95)) : held;
}

function makePull(onset: number, seconds: number, random: RandomStream): Pull {
  const duration = Math.max(shortestPull, ticksOf(Math.min(seconds, 2)));
  // The travel is 4 mm; short pulls do not get far.
  const reach = Math.min(1, duration / ticksOf(0.15));
  return { onset, end: onset + duration, peakMm: 1.1 + 2.6 * reach * random.between(0.45, 1) };
}
