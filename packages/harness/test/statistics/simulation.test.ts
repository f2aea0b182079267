import { describe, expect, it } from "vitest";
import {
  boardSizes,
  conditionNames,
  createRandom,
  differenceSpread,
  measureCoverage,
  parseChallenge,
  smallestDifference,
  type PowerOptions,
} from "../../src/index.ts";
import { createNormals } from "../../src/statistics/normal-draws.ts";
import { conditions } from "../../src/statistics/simulation/conditions.ts";
import { tinyYaml } from "../support/tiny-challenge.ts";

describe("coverage at 8 subjects", () => {
  it.each(conditionNames)(
    "is at least nine in ten for the 95 percent interval, condition %s",
    async (condition) => {
      const found = await measureCoverage(condition, {
        subjects: 8,
        sessions: 15,
        studies: 600,
        resamples: 1000,
      });
      expect(found.covered).toBeGreaterThanOrEqual(condition === "skewed" ? 0.88 : 0.9); // 600 studies tell it to 1.2 %
      expect(found.covered).toBeLessThan(0.985);
      expect(found.covered).toBeGreaterThan(found.percentileCovered);
    },
  );

  it("is the same for the same seed", async () => {
    const size = { subjects: 4, sessions: 3, studies: 50, resamples: 200 };
    expect(await measureCoverage("auc", size)).toEqual(await measureCoverage("auc", size));
    expect(await measureCoverage("auc", { ...size, seed: 1 })).not.toEqual(
      await measureCoverage("auc", size),
    );
  });

  it("is measured against the truth: many subjects score it on average", () => {
    for (const name of conditionNames) {
      const scores = conditions[name].draw(createRandom(name), { subjects: 4000, sessions: 2 });
      const mean = scores.reduce((sum, { value }) => sum + value, 0) / scores.length;
      expect(Math.abs(mean - conditions[name].truth)).toBeLessThan(0.004);
    }
  });
});

describe("smallestDifference", () => {
  const spread = { subjectSd: 0.04, sessionSd: 0.04 };
  const boards = (subjects: number, sessions: number) => Array.from({ length: subjects }, () => sessions);

  it("is near what the noncentral t test resolves: 0.047 for 8 subjects", () => {
    // statsmodels TTestPower().solve_power(nobs=8, alpha=.05, power=.8) = 1.153 standard deviations of .0413
    expect(smallestDifference({ sessions: boards(8, 15), ...spread })).toBeCloseTo(0.0477, 2);
  });

  it("falls with subjects, hardly with sessions, and grows with the spread and the power asked", () => {
    const quick = (options: Partial<PowerOptions>) =>
      smallestDifference({ sessions: boards(8, 15), ...spread, studies: 200, resamples: 400, ...options });
    const base = quick({});
    expect(quick({ sessions: boards(16, 15) })).toBeLessThan(0.8 * base);
    expect(quick({ sessions: boards(8, 45) })).toBeGreaterThan(0.85 * base);
    expect(quick({ subjectSd: 0.08 })).toBeGreaterThan(1.5 * base);
    expect(quick({ power: 0.95 })).toBeGreaterThan(base);
    expect(quick({ subjectSd: 0, sessionSd: 0 })).toBe(0);
  });
});

describe("differenceSpread", () => {
  it("finds the spreads that differences were drawn with", () => {
    const normal = createNormals(createRandom("spread"));
    const differences = Array.from({ length: 400 }, () => {
      const subject = 0.05 * normal();
      return Array.from({ length: 5 }, () => subject + 0.02 * normal());
    });
    const { subjectSd, sessionSd } = differenceSpread(differences);
    expect(subjectSd).toBeCloseTo(0.05, 2);
    expect(sessionSd).toBeCloseTo(0.02, 3);
  });

  it("takes one session a subject as all between subjects, and agreement as none", () => {
    expect(differenceSpread([[0.1], [0.3]])).toMatchObject({ sessionSd: 0 });
    expect(
      differenceSpread([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ subjectSd: 0, sessionSd: 0 });
  });
});

describe("boardSizes", () => {
  const cohort = { subjects: 25, sessions: 15 };
  const sizes = (from: string, to: string) => boardSizes(parseChallenge(tinyYaml.replace(from, to)), cohort);

  it("counts subjects of a split and the days that a challenge asks for", () => {
    expect(sizes("", "")).toEqual([
      { board: "validation", sessions: [15] },
      { board: "public", sessions: [15, 15] },
      { board: "private", sessions: [15] },
    ]);
    expect(sizes("from: 1, to: 15", "from: 11, to: 15")[1]?.sessions).toEqual([5, 5]);
  });

  it("counts one unit a subject where subjects are scored as a whole", () => {
    expect(boardSizes(parseChallenge(`${tinyYaml}aggregation: subject\n`), cohort)[1]?.sessions).toEqual([
      1, 1,
    ]);
  });

  it("counts days and sessions of splits by them", () => {
    const groups = /split:\n( .*\n)+/.exec(tinyYaml)?.[0] ?? "";
    const days = "split:\n  unit: day\n  train: [{ from: 1, to: 10 }]\n  public: [11, 12]\n";
    expect(sizes(groups, days)).toEqual([{ board: "public", sessions: Array.from({ length: 25 }, () => 2) }]);
    const one = "VG1-GC#48_2023-05-30_task-day2";
    const sessions = `split:\n  unit: session\n  train: ["VG1-GC#51_2023-05-30_task-day2"]\n  public: ["${one}", "VG1-GC#48_2023-05-31_task-day3"]\n`;
    expect(sizes(groups, sessions)).toEqual([{ board: "public", sessions: [2] }]);
    const both =
      "split:\n  unit: subject-day\n  train: [{ subjects: [48, 52], days: { from: 1, to: 5 } }]\n  public: [{ subjects: [48, 52], days: { from: 11, to: 15 } }]\n";
    expect(sizes(groups, both)).toEqual([{ board: "public", sessions: [5, 5] }]);
  });
});
