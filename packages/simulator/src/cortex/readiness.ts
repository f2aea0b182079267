import type { Trial } from "../behaviour/events.ts";
import { frameAtOrAfter, framesPerSecond, ticksOf, ticksPerSecond } from "../clock.ts";
import type { RandomStream } from "../random.ts";
import { regions } from "../regions.ts";

/**
 * Before a cue the cortex is more or less ready for it, which tells a little of whether and how soon the mouse will
 * pull. Assumed, in size, place and time: mice respond more when frontal areas are active and the retrosplenial ones
 * quiet. It ends before the cue, so that what follows a pull is as it was without.
 */
const beginSeconds = -3.5;
const endSeconds = -0.35;

/** Standard deviations by which trials with and without a response lie apart, and what a late response takes away. */
const responseShift = 1;
const slowShift = 0.5;

/** Reaction times are judged against this one, on a logarithmic scale of this spread. */
const usualReaction = { seconds: 0.27, logSd: 0.4 };

/** dF/F of a standard deviation at the peak, by area. */
const peak: Readonly<Record<string, number>> = {
  MOs: 0.014,
  MOp: 0.008,
  VISa: 0.01,
  RSPagl: -0.014,
  RSPd: -0.014,
  VISp: -0.01,
  SSp_bfd: -0.006,
};

/** Adds how ready the mouse was for each cue; `columns` has one array of frames a region. */
export function addReadiness(
  columns: readonly Float64Array[],
  trials: readonly Trial[],
  random: RandomStream,
): void {
  for (const trial of trials) {
    const readiness = readinessOf(trial) + random.normal();
    const first = frameAtOrAfter(trial.cue + ticksOf(beginSeconds));
    const length = Math.floor((endSeconds - beginSeconds) * framesPerSecond);
    columns.forEach((column, r) => {
      const size = readiness * (peak[regions[r]!.area.name] ?? 0);
      for (let i = 0; size !== 0 && i < length && first + i < column.length; i++) {
        column[first + i]! += (size * (1 - Math.cos((2 * Math.PI * i) / length))) / 2;
      }
    });
  }
}

/** Mean of the readiness before a trial that went as this one, in standard deviations. */
function readinessOf({ cue, pullOnset }: Trial): number {
  if (pullOnset === null) return -responseShift / 2;
  const seconds = (pullOnset - cue) / ticksPerSecond;
  return responseShift / 2 - (slowShift * Math.log(seconds / usualReaction.seconds)) / usualReaction.logSd;
}
