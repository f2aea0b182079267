import { loadCSV } from "arquero";
import { learningCurvePlot, learningDays } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { meanOf, medianOf } from "../engine/mean.ts";
import { staircase } from "./staircase.ts";

interface Trial {
  readonly subject: string;
  readonly day: number;
  readonly pull_onset: number | null;
  readonly pull_duration_for_success: number;
  readonly outcome: string;
}

export const expectations: LessonModule["expectations"] = async ({ given }) => {
  const trials = (await loadCSV(String(given))).objects() as Trial[];
  const isSuccess = ({ outcome }: Trial): boolean => outcome === "success";
  const isPull = ({ pull_onset: onset }: Trial): boolean => onset !== null;
  const first = trials.filter(({ subject }) => subject === trials[0]?.subject);
  const successes = [...groupBy(first, ({ day }) => day).values()].map((day) => day.map(isSuccess));
  return {
    responseRate: {
      value: byDay(trials, isPull, medianOf),
      within: 1e-4,
      mistakes: {
        successes: byDay(trials, isSuccess, medianOf),
        mean: byDay(trials, isPull, meanOf),
        pooled: [...groupBy(trials, ({ day }) => day).values()].map((day) =>
          meanOf(day.map((t) => Number(isPull(t)))),
        ),
      },
    },
    requiredSeconds: {
      value: first.map((trial) => trial.pull_duration_for_success),
      within: 1e-4,
      mistakes: {
        "no-pause": staircase(successes, { pauses: false }),
        strict: staircase(successes, { atLeast: 17 }),
        "no-night": staircase(successes, { night: "stays" }),
        "new-start": staircase(successes, { night: "forgets" }),
        "before-and-after": staircase(successes, { notesAfter: true }),
      },
    },
  };
};

/** For each day `middle` over mice of the share of their trials. */
function byDay(
  trials: readonly Trial[],
  counts: (trial: Trial) => boolean,
  middle: (values: number[]) => number,
): number[] {
  return [...groupBy(trials, ({ day }) => day).values()].map((day) => {
    const mice = [...groupBy(day, ({ subject }) => subject).values()];
    return middle(mice.map((own) => own.filter(counts).length / own.length));
  });
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export const plots: LessonModule["plots"] = async ({ given }, _, options) => ({
  learning: learningCurvePlot(learningDays(await loadCSV(String(given))), options),
});
