import { describe, expect, it } from "vitest";
import { metrics } from "../../src/metric/registry.ts";
import { fewSubjectsWarning, MIN_SUBJECTS } from "../../src/statistics/few-subjects.ts";
import { scoreSessions, type SessionRows } from "../../src/statistics/score-sessions.ts";
import { throwsCode } from "../metric/throws-code.ts";

const prediction = Float64Array.of(0.1, 0.2, 0.7, 0.9);

function sessions(count: number, withOneClass: number): SessionRows[] {
  return Array.from({ length: count }, (_, i) => ({
    subject: `m${i}`,
    session: "day1",
    truth: i < withOneClass ? Float64Array.of(1, 1, 1, 1) : Float64Array.of(0, 0, 1, 1),
    prediction,
  }));
}

describe("scoreSessions", () => {
  it("scores each session and lists those that cannot be scored, with the reason", () => {
    const { scores, skipped } = scoreSessions(metrics.roc_auc, sessions(5, 1));
    expect(scores).toHaveLength(4);
    expect(scores[0]).toEqual({ subject: "m1", session: "day1", value: 1 });
    expect(skipped.map(({ subject, reason }) => [subject, reason.code])).toEqual([
      ["m0", "METRIC_SINGLE_CLASS"],
    ]);
    expect(JSON.stringify(skipped)).toContain("the truth holds only class 1");
  });

  it("gives up where more than 20 % are skipped, or there are none", () => {
    expect(throwsCode(() => scoreSessions(metrics.roc_auc, sessions(5, 2)))).toBe("METRIC_SKIPPED");
    expect(throwsCode(() => scoreSessions(metrics.roc_auc, []))).toBe("METRIC_NO_SESSIONS");
  });

  it("skips a constant truth and a single row where the metric needs more", () => {
    const short = { subject: "s", session: "d", truth: Float64Array.of(1), prediction: Float64Array.of(1) };
    const list = [...sessions(9, 1), short]; // 20 % are still let through
    const { skipped } = scoreSessions(metrics.r2, list);
    expect(skipped.map(({ reason }) => reason.code)).toEqual(["METRIC_CONSTANT_TRUTH", "METRIC_TOO_FEW"]);
  });

  it("never skips for a prediction's fault", () => {
    const broken = sessions(10, 0);
    broken[3] = { ...broken[3]!, prediction: Float64Array.of(0, 0, NaN, 0) };
    expect(throwsCode(() => scoreSessions(metrics.roc_auc, broken))).toBe("METRIC_NOT_FINITE");
  });
});

describe("fewSubjectsWarning", () => {
  it("warns below 8 subjects, in both languages", () => {
    expect(MIN_SUBJECTS).toBe(8);
    expect(fewSubjectsWarning(8)).toBeNull();
    expect(fewSubjectsWarning(7)).toContain("only 7 subjects");
    expect(fewSubjectsWarning(7, "ja")).toContain("7 匹");
  });
});
