/** T_pull of a mouse's first trial, the step by which it rises and falls overnight, its cap: seconds. */
const start = 0.001;
const rise = 0.05;
const overnightFall = 0.1;
const cap = 0.4;

/** It rises when at least this share of the last trials succeeded. */
const trialsLookedAt = 20;
const successShare = 0.8;

/** T_pull, how long the lever must be held for water; it rises with success and never falls within a session. */
export interface Requirement {
  readonly seconds: number;
  record(success: boolean): void;
}

/** The first T_pull of a session, after the last one of the day before. */
export function firstRequirement(lastOfDayBefore: number | null): number {
  return lastOfDayBefore === null ? start : Math.max(start, round(lastOfDayBefore - overnightFall));
}

export function adaptiveRequirement(firstSeconds: number): Requirement {
  let seconds = firstSeconds;
  let recent: boolean[] = [];
  return {
    get seconds() {
      return seconds;
    },
    record(success) {
      recent.push(success);
      if (recent.length > trialsLookedAt) recent.shift();
      const successes = recent.filter(Boolean).length;
      if (seconds < cap && recent.length === trialsLookedAt && successes >= successShare * trialsLookedAt) {
        seconds = Math.min(cap, round(seconds + rise));
        recent = []; // the next 20 trials are without change
      }
    },
  };
}

/** Whole milliseconds: 0.051 + 0.05 is 0.101. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
