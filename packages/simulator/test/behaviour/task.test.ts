import { describe, expect, test } from "vitest";
import { taskOfDay } from "../../src/behaviour/days.ts";
import type { Pull } from "../../src/behaviour/events.ts";
import { firstRequirement } from "../../src/behaviour/requirement.ts";

const halfAnHour = 54_000;
const days = [1, 2, 3, 8, 15];
const sessions = [0, 1, 2, 3].flatMap((mouse) =>
  days.map((day) => ({ mouse, day, task: taskOfDay(5, mouse, day, halfAnHour) })),
);
const seconds = (ticks: number): number => ticks / 5000;
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

describe.each(sessions)("mouse $mouse on day $day", ({ mouse, day, task }) => {
  const { trials, pulls, licks } = task;

  test("at least 3 s before each cue are free of pulls", () => {
    for (const { cue } of trials) {
      const before = pulls.findLast(({ onset }) => onset < cue);
      if (before !== undefined) expect(seconds(cue - before.end)).toBeGreaterThanOrEqual(3);
    }
  });

  test("a response comes within 1 s of its cue", () => {
    const reactions = trials.flatMap(({ cue, pullOnset }) =>
      pullOnset === null ? [] : [seconds(pullOnset - cue)],
    );
    expect(Math.max(...reactions)).toBeLessThanOrEqual(1);
    expect(Math.min(...reactions)).toBeGreaterThanOrEqual(0.09);
  });

  test("success is a pull held for T_pull, and is followed by 2.0 s of reward phase", () => {
    for (const trial of trials) {
      const pull = pulls.find(({ onset }) => onset === trial.pullOnset);
      if (trial.outcome === "no-response") expect(trial.pullOnset).toBeNull();
      else expect(held(pull!) >= trial.requiredSeconds).toBe(trial.outcome === "success");
      if (trial.reward !== null) expect(trial.end - trial.reward).toBe(2 * 5000);
      else expect(trial.outcome).not.toBe("success");
    }
  });

  test("pulls and licks do not overlap and are in order of time", () => {
    for (const events of [pulls, licks]) {
      events.forEach(({ onset, end }, i) => {
        expect(end).toBeGreaterThan(onset);
        expect(onset).toBeGreaterThanOrEqual(events[i - 1]?.end ?? 0);
      });
    }
  });

  test("T_pull never falls within the session and follows the day before", () => {
    const required = trials.map(({ requiredSeconds }) => requiredSeconds);
    expect(required).toEqual([...required].sort((a, b) => a - b));
    const dayBefore = day === 1 ? null : taskOfDay(5, mouse, day - 1, halfAnHour).lastRequiredSeconds;
    expect(required[0]).toBe(firstRequirement(dayBefore));
  });

  function held({ onset, end }: Pull): number {
    return seconds(end - onset);
  }
});

test("licks come in bouts of 6-7 Hz after the water", () => {
  const periods = sessions.flatMap(({ task }) =>
    task.licks.slice(1).map(({ onset }, i) => seconds(onset - task.licks[i]!.onset)),
  );
  const withinBouts = periods.filter((period) => period < 0.4);
  expect(1 / median(withinBouts)).toBeGreaterThan(6);
  expect(1 / median(withinBouts)).toBeLessThan(7);
});

test("over 15 days the median response rate of 25 mice goes from .55 to .85, and T_pull rises", () => {
  const cohort = (day: number) =>
    Array.from({ length: 25 }, (_, mouse) => taskOfDay(1, mouse, day, halfAnHour));
  const response = (day: number): number =>
    median(
      cohort(day).map(({ trials }) => trials.filter((t) => t.pullOnset !== null).length / trials.length),
    );
  const required = (day: number): number => median(cohort(day).map((t) => t.lastRequiredSeconds));
  expect(Math.abs(response(1) - 0.55)).toBeLessThan(0.05);
  expect(Math.abs(response(15) - 0.85)).toBeLessThan(0.05);
  expect(required(15)).toBeGreaterThan(required(1) + 0.1);
});

test("the median reaction time is .09 s and a lognormal of median .17 s", () => {
  const reactions = sessions.flatMap(({ task }) =>
    task.trials.flatMap(({ cue, pullOnset }) => (pullOnset === null ? [] : [seconds(pullOnset - cue)])),
  );
  expect(median(reactions)).toBeCloseTo(0.26, 1.5);
});
