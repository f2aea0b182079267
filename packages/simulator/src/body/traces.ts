import type { Interval, Pull, Trial } from "../behaviour/events.ts";
import { ticksOf, ticksPerSecond } from "../clock.ts";

/** Index of the first of the rising `ticks` at or after `tick`. */
export function indexAt(ticks: Int32Array, tick: number): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ticks[middle]! < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1 (or `value`) during the intervals and 0 outside, at the given ticks. */
export function during(ticks: Int32Array, intervals: readonly Interval[], value = 1): Float64Array {
  const trace = new Float64Array(ticks.length);
  for (const { onset, end } of intervals) trace.fill(value, indexAt(ticks, onset), indexAt(ticks, end));
  return trace;
}

/** 0 waiting, 1 cued, 2 after water. */
export function taskState(ticks: Int32Array, trials: readonly Trial[]): Float64Array {
  const state = during(
    ticks,
    trials.map(({ cue, reward, end }) => ({ onset: cue, end: reward ?? end })),
  );
  for (const { reward, end } of trials) {
    if (reward !== null) state.fill(2, indexAt(ticks, reward), indexAt(ticks, end));
  }
  return state;
}

/** The lever at rest, and where a pull counts, millimetres. */
export const leverRestMm = 0.21;
export const pullThresholdMm = 1;

const approachTicks = ticksOf(0.04);
const swingTicks = ticksOf(0.07);

/** Millimetres of lever travel: beyond 1 mm exactly from a pull's onset until before its end. */
export function leverTrace(ticks: Int32Array, pulls: readonly Pull[]): Float64Array {
  const lever = new Float64Array(ticks.length).fill(leverRestMm);
  for (const { onset, end, peakMm } of pulls) {
    const last = indexAt(ticks, end + approachTicks);
    for (let i = indexAt(ticks, onset - approachTicks); i < last; i++) {
      const inside = Math.min(ticks[i]! - onset, end - 1 - ticks[i]!);
      const mm =
        inside >= 0
          ? pullThresholdMm + (peakMm - pullThresholdMm) * smoothStep(inside / swingTicks)
          : leverRestMm + (pullThresholdMm - leverRestMm) * smoothStep(1 + inside / approachTicks) * 0.98;
      lever[i] = Math.max(lever[i]!, mm);
    }
  }
  return lever;
}

/** Licks a second: each lick adds 1, which is forgotten with a time constant of 1.000 s. Source: the dataset paper. */
export function lickRate(ticks: Int32Array, licks: readonly Interval[]): Float64Array {
  const rate = new Float64Array(ticks.length);
  for (const { onset } of licks) {
    const index = indexAt(ticks, onset);
    if (index < rate.length) rate[index]! += Math.exp((onset - ticks[index]!) / ticksPerSecond);
  }
  for (let i = 1; i < rate.length; i++) {
    rate[i]! += rate[i - 1]! * Math.exp((ticks[i - 1]! - ticks[i]!) / ticksPerSecond);
  }
  return rate;
}

/** 0 to 1 with level ends. */
function smoothStep(x: number): number {
  const clamped = Math.min(1, Math.max(0, x));
  return clamped * clamped * (3 - 2 * clamped);
}
