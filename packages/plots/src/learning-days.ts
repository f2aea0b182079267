import type { ColumnTable } from "arquero";
import { compareSubjects } from "@braidyn/core";

/** How one mouse did on one day. */
export interface LearningDay {
  readonly subject: string;
  readonly day: number;
  readonly trials: number;
  /** Trials with a pull, long enough or not, of all. */
  readonly responseRate: number;
  /** Rewarded trials of all. */
  readonly successRate: number;
  /** How long the last trial asked the lever to be held, ms; NaN where the file does not say. */
  readonly requiredPullMs: number;
}

interface Counts {
  readonly subject: string;
  readonly day: number;
  trials: number;
  responses: number;
  successes: number;
  requiredPullMs: number;
}

/**
 * One row a mouse and day of a table of trials, as `trials` of `@braidyn/tables` makes it and `concat` joins it; mice in
 * their order, days ascending. Trials without a day or an outcome are left out.
 */
export function learningDays(trials: ColumnTable): LearningDay[] {
  const found = new Map<string, Counts>();
  const columns = trialColumns(trials);
  for (let row = 0; row < trials.numRows(); row++) {
    const day = columns.day[row];
    const outcome = columns.outcome[row];
    if (typeof day !== "number" || typeof outcome !== "string") continue;
    addTrial(
      countsOf(found, String(columns.subject[row]), day),
      outcome,
      Number(columns.required[row] ?? NaN),
    );
  }
  return [...found.values()]
    .sort((a, b) => compareSubjects(a.subject, b.subject) || a.day - b.day)
    .map(ratesOf);
}

/** Arrays with a table's filter and order applied; empty ones for columns that it lacks. */
function trialColumns(trials: ColumnTable) {
  const column = (name: string): ArrayLike<unknown> =>
    trials.columnNames().includes(name) ? (trials.array(name) as ArrayLike<unknown>) : [];
  return {
    subject: column("subject"),
    day: column("day"),
    outcome: column("outcome"),
    required: column("pull_duration_for_success"),
  };
}

function countsOf(found: Map<string, Counts>, subject: string, day: number): Counts {
  const key = `${day} ${subject}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const counts = { subject, day, trials: 0, responses: 0, successes: 0, requiredPullMs: NaN };
  found.set(key, counts);
  return counts;
}

function addTrial(counts: Counts, outcome: string, requiredSeconds: number): void {
  counts.trials++;
  if (outcome !== "no-response") counts.responses++;
  if (outcome === "success") counts.successes++;
  if (!Number.isNaN(requiredSeconds)) counts.requiredPullMs = 1000 * requiredSeconds;
}

function ratesOf({ subject, day, trials, responses, successes, requiredPullMs }: Counts): LearningDay {
  return {
    ...{ subject, day, trials, requiredPullMs },
    responseRate: responses / trials,
    successRate: successes / trials,
  };
}
