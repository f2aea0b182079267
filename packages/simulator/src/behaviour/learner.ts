import { randomStream, type RandomStream } from "../random.ts";

/**
 * How a mouse takes to the task. Numbers are fitted so that the median
 * response rate goes from .55 on day 1 to .85 on day 15 (see the tests).
 */
export interface Learner {
  readonly fast: boolean;
  /** Probability to pull within 1 s of the cue, on day 1 and in the end. */
  readonly firstResponse: number;
  readonly lastResponse: number;
  /** Days in which the difference shrinks to 1/e. */
  readonly learningDays: number;
  /** Median time the lever is held, seconds. */
  readonly holdSeconds: number;
  /** Pulls a second when nothing is asked. */
  readonly spontaneousHz: number;
}

/** A learner on one day, with that day's mood. */
export interface DayForm {
  readonly response: number;
  readonly holdSeconds: number;
  readonly spontaneousHz: number;
}

export function learnerOf(seed: number, mouse: number): Learner {
  const random = randomStream(seed, mouse, "learner");
  const { fast, quantile } = placeAmongMice(seed, mouse);
  const firstResponse = (fast ? 0.78 : 0.51) + firstResponseRange * (2 * quantile - 1);
  return {
    fast,
    firstResponse: clamp(firstResponse, 0.2, 0.97),
    lastResponse: clamp((fast ? 0.95 : 0.885) + 0.04 * random.normal(), 0.5, 0.995),
    learningDays: fast ? 2.5 : 5,
    holdSeconds: random.logNormal(fast ? 0.75 : 0.42, 0.25),
    spontaneousHz: random.logNormal(0.4, 0.3),
  };
}

/** Half the spread of the first day's response rate among fast or slow learners. */
const firstResponseRange = 0.17;

const herd = 25;
const fastOfHerd = 7;

/**
 * Every 25 mice have exactly seven fast learners, and first days spread evenly among fast and slow ones: cohorts of the
 * real size then have the real medians, whatever the seed.
 */
function placeAmongMice(seed: number, mouse: number): { fast: boolean; quantile: number } {
  const random = randomStream(seed, Math.floor(mouse / herd), "herd");
  const draws = Array.from({ length: herd }, random.uniform);
  const own = draws[mouse % herd] ?? 0;
  const rank = draws.filter((draw) => draw < own).length;
  return rank < fastOfHerd
    ? { fast: true, quantile: (rank + 0.5) / fastOfHerd }
    : { fast: false, quantile: (rank - fastOfHerd + 0.5) / (herd - fastOfHerd) };
}

export function formOf(learner: Learner, day: number, random: RandomStream): DayForm {
  const missing =
    (learner.lastResponse - learner.firstResponse) * Math.exp(-(day - 1) / learner.learningDays);
  return {
    response: clamp(learner.lastResponse - missing + 0.03 * random.normal(), 0.05, 0.99),
    holdSeconds: learner.holdSeconds * random.logNormal(1, 0.25) * (1 + 0.02 * (day - 8)),
    spontaneousHz: random.logNormal(learner.spontaneousHz, 0.35),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
