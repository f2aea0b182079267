import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { learningCurvePlot, learningDays } from "@braidyn/plots";
import { render } from "@braidyn/plots/render";
import { validate } from "./schema.ts";

const trials = table({
  subject: ["VG1-GC#105", "VG1-GC#105", "VG1-GC#48", "VG1-GC#48", "VG1-GC#48", "VG1-GC#48"],
  day: [1, 1, 2, 1, 1, 1],
  outcome: ["success", "no-response", "success", "short-pull", "success", "no-response"],
  pull_duration_for_success: [0.05, 0.1, 0.2, 0.001, 0.051, 0.051],
});

describe("learningDays", () => {
  test("counts pulls and rewards of every mouse and day, mice in their order", () => {
    expect(learningDays(trials)).toEqual([
      {
        subject: "VG1-GC#48",
        day: 1,
        trials: 3,
        responseRate: 2 / 3,
        successRate: 1 / 3,
        requiredPullMs: 51,
      },
      { subject: "VG1-GC#48", day: 2, trials: 1, responseRate: 1, successRate: 1, requiredPullMs: 200 },
      { subject: "VG1-GC#105", day: 1, trials: 2, responseRate: 0.5, successRate: 0.5, requiredPullMs: 100 },
    ]);
  });

  test("heeds a table's filter and leaves out trials without a day or an outcome", () => {
    const some = trials
      .derive({ day: "(d) => d.day === 2 ? null : d.day" })
      .filter("(d) => d.outcome !== 'success'");
    expect(learningDays(some).map(({ trials: count }) => count)).toEqual([2, 1]);
    expect(learningDays(table({ subject: ["a"] }))).toEqual([]);
  });
});

describe("learningCurvePlot", () => {
  test("has a panel for each measure and keeps to vega-lite's schema", () => {
    const spec = learningCurvePlot(learningDays(trials));
    expect(validate(spec)).toEqual([]);
    expect(spec["hconcat"]).toHaveLength(3);
  });

  test("leaves out the required pull where no file tells it", () => {
    const without = trials.select(["subject", "day", "outcome"]);
    expect(learningCurvePlot(learningDays(without))["hconcat"]).toHaveLength(2);
  });

  test("without a day there is nothing to draw", () => {
    expect(() => learningCurvePlot([])).toThrow(expect.objectContaining({ code: "PLOT_NO_DAYS" }));
  });

  test("speaks the reader's language", async () => {
    const svg = await render(learningCurvePlot(learningDays(trials), { language: "ja" }), "svg");
    expect(svg).toContain("反応率");
    expect(svg).not.toContain("Response");
  });
});
