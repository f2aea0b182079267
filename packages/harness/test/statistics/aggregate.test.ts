import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/random.ts";
import { aggregate } from "../../src/statistics/aggregate.ts";
import { throwsCode } from "../metric/throws-code.ts";
import { simulatedScores } from "./simulated-scores.ts";

const scores = [
  { subject: "VG1-GC#105", session: "day1", value: 1 },
  { subject: "VG1-GC#48", session: "day2", value: 0.5 },
  { subject: "VG1-GC#48", session: "day1", value: 0.25 },
  { subject: "VG1-GC#48", session: "day3", value: 0.75 },
];

describe("aggregate", () => {
  it("takes the mean of each subject's sessions, then of the subjects: (0.5 + 1) / 2", () => {
    expect(aggregate(scores).score).toBe(0.75); // the mean of the sessions would be 0.625
  });

  it("lists subjects as people order them, with their number of sessions", () => {
    expect(aggregate(scores).subjects).toEqual([
      { subject: "VG1-GC#48", score: 0.5, sessions: 3 },
      { subject: "VG1-GC#105", score: 1, sessions: 1 },
    ]);
  });

  it("gives the same bits in whatever order the scores come", () => {
    const random = createRandom("order");
    const many = simulatedScores(random);
    expect(aggregate(random.shuffle(many))).toEqual(aggregate(many));
  });

  it("keeps subjects apart whose names sort to the same place", () => {
    const twins = [
      { subject: "m01", session: "a", value: 1 },
      { subject: "m1", session: "a", value: 0 },
      { subject: "m01", session: "b", value: 1 },
    ];
    expect(aggregate(twins).subjects).toHaveLength(2);
    expect(aggregate(twins).score).toBe(0.5);
  });

  it("refuses no scores, a session scored twice, and scores that are not finite", () => {
    expect(throwsCode(() => aggregate([]))).toBe("METRIC_NO_SESSIONS");
    expect(throwsCode(() => aggregate([...scores, scores[2]!]))).toBe("METRIC_SESSION_TWICE");
    expect(throwsCode(() => aggregate([{ subject: "a", session: "b", value: NaN }]))).toBe(
      "METRIC_SESSION_NOT_FINITE",
    );
  });
});
