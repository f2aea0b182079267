import { spearman } from "@braidyn/harness";
import type { LearningDay } from "@braidyn/plots";
import { areas, regions, simulateEvents, simulateSession } from "@braidyn/simulator";

/** The dataset's cohort. */
export const mice = 25;
export const trainingDays = 15;

/** How every mouse does on every day of full-length training. */
export function learning(seed: number): LearningDay[] {
  return sessions(mice, trainingDays).map(({ mouse, day }) => {
    const { trials } = simulateEvents({ seed, mouse, day });
    const share = (count: number): number => count / trials.length;
    return {
      subject: `mouse ${mouse + 1}`,
      day,
      trials: trials.length,
      responseRate: share(trials.filter(({ pullOnset }) => pullOnset !== null).length),
      successRate: share(trials.filter(({ outcome }) => outcome === "success").length),
      requiredPullMs: 1000 * (trials.at(-1)?.requiredSeconds ?? NaN),
    };
  });
}

/** dF/F at the onset of rewarded pulls and at the area's late time, less that 0.6 to 0.3 s before; left hemisphere. */
export interface PullAverage {
  readonly area: string;
  readonly measured: readonly [step: number, late: number];
  readonly simulated: readonly [step: number, late: number];
}

export function pullAverages(seed: number): PullAverage[] {
  const sums = areas.map(() => [0, 0] as [number, number]);
  let pulls = 0;
  for (let mouse = 0; mouse < 12; mouse++) {
    const { events, ticks, dff } = simulateSession({
      ...little,
      seed,
      mouse,
      day: 8,
      minutes: 20,
      streams: [],
    });
    const at = (frame: number, area: number): number => dff.dFF[frame * regions.length + area]!;
    for (const { pullOnset, reward } of events.trials) {
      const frame = reward === null ? -1 : ticks.findIndex((tick) => tick >= pullOnset!);
      if (frame < 60 || frame > ticks.length - 90) continue;
      pulls++;
      areas.forEach(({ pull }, a) => {
        const before = mean(Array.from({ length: 10 }, (_, i) => at(frame - 18 + i, a)));
        sums[a]![0] += at(frame, a) - before;
        sums[a]![1] += at(frame + Math.round(pull.lateSeconds * 30), a) - before;
      });
    }
  }
  return areas.map(({ name, pull }, a) => ({
    area: name,
    measured: [pull.step, pull.late],
    simulated: [sums[a]![0] / pulls, sums[a]![1] / pulls],
  }));
}

/** How well the mean of an environment sensor orders a mouse's days: Spearman's rho, its size averaged over mice. */
export function dayFromEnvironment(seed: number): Record<string, number> {
  const names = ["humidity", "room_temp", "CO2_level", "air_pressure"];
  const days = Array.from({ length: trainingDays }, (_, i) => i + 1);
  const rho = Array.from({ length: mice }, (_, mouse) => {
    const means = days.map((day) => {
      const { sensors } = simulateSession({
        ...little,
        seed,
        mouse,
        day,
        minutes: 0.5,
        streams: ["sensors"],
      });
      return names.map((name) => mean(Array.from(sensors?.[name] ?? [])));
    });
    return names.map((_, s) =>
      Math.abs(
        spearman(
          days,
          means.map((row) => row[s]!),
        ),
      ),
    );
  });
  return Object.fromEntries(names.map((name, s) => [name, mean(rho.map((row) => row[s]!))]));
}

const little = { maskSize: 48 } as const;

function sessions(count: number, days: number): { mouse: number; day: number }[] {
  return Array.from({ length: count * days }, (_, i) => ({
    mouse: Math.floor(i / days),
    day: (i % days) + 1,
  }));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
