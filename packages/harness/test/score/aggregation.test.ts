import { describe, expect, test } from "vitest";
import {
  createRandom,
  metrics,
  parseChallenge,
  rankReports,
  renderReport,
  score,
  type Predictions,
  type TruthTable,
} from "../../src/index.ts";
import { tinyYaml } from "../support/tiny-challenge.ts";

const digests = { bundle: "b", submission: "s" };
const random = createRandom("aggregation");

/** Ten subjects of 12 sessions of one row each, as a challenge that predicts a session's day has. */
const days: TruthTable = {
  rowIds: Array.from({ length: 120 }, (_, i) => `r${i}`),
  subjects: Array.from({ length: 120 }, (_, i) => `m${i % 10}`),
  sessions: Array.from({ length: 120 }, (_, i) => `m${i % 10}/day${Math.floor(i / 10)}`),
  boards: Array.from({ length: 120 }, () => "public" as const),
  columns: { day: Float64Array.from({ length: 120 }, (_, i) => Math.floor(i / 10) + 1) },
};
const byDay = parseChallenge(
  tinyYaml
    .replace(
      /metrics:\n( .*\n)+/,
      "metrics:\n  primary: spearman\n  secondary: [mae]\naggregation: subject\n",
    )
    .replace(/type: binary/, "type: number"),
);

function guess(truth: TruthTable, noise: number): Predictions {
  const noisy = (value: number) => value + noise * (random.uniform() - 0.5);
  return {
    splits: ["test"],
    rowIds: truth.rowIds,
    columns: new Map(Object.entries(truth.columns).map(([name, values]) => [name, values.map(noisy)])),
  };
}

describe("aggregation by subject", () => {
  const predictions = guess(days, 10);
  const report = score({ definition: byDay, truth: days, predictions, board: "public", digests });
  const primary = report.metrics[0]!;

  test("computes the metric over a subject's sessions together, then the mean over subjects", () => {
    const rows = days.subjects.flatMap((subject, i) => (subject === "m3" ? [i] : []));
    const pick = (values: Float64Array) => Float64Array.from(rows, (i) => values[i]!);
    const expected = metrics.spearman.compute(
      pick(days.columns["day"]!),
      pick(predictions.columns.get("day")!),
    );
    expect(primary.subjects[3]).toEqual({ subject: "m3", sessions: 12, score: expected });
    const mean = primary.subjects.reduce((sum, each) => sum + each.score, 0) / 10;
    expect(primary.score).toBeCloseTo(mean, 12);
    expect(report.counts).toEqual({ rows: 120, sessions: 120, subjects: 10 });
    expect(report.statistics.aggregation).toBe("subject");
  });

  test("names the worst subject: the lowest correlation, the largest error", () => {
    const scores = primary.subjects.map((each) => each.score);
    expect(primary.worst?.score).toBe(Math.min(...scores));
    const errors = report.metrics[1]!;
    expect(errors.worst?.score).toBe(Math.max(...errors.subjects.map((each) => each.score)));
    expect(renderReport(report, { language: "en" }).tables[0]?.rows[0]).toContain(
      `${primary.worst!.score.toFixed(3)} (${primary.worst!.subject})`,
    );
    expect(renderReport(report, { language: "ja" }).tables[0]?.columns).toContain("最も低調な個体");
  });

  test("ranks boards by it", () => {
    const better = score({
      definition: byDay,
      truth: days,
      predictions: guess(days, 1),
      board: "public",
      digests,
    });
    const ranked = rankReports([
      { name: "worse", report },
      { name: "better", report: better },
    ]);
    expect(ranked.map(({ name, rank }) => [name, rank])).toEqual([
      ["better", 1],
      ["worse", 2],
    ]);
  });

  test("a subject whose sessions all have one truth is left out and listed", () => {
    const flat = days.columns["day"]!.map((day, i) => (days.subjects[i] === "m7" ? 1 : day));
    const truth = { ...days, columns: { day: flat } };
    const [first] = score({ definition: byDay, truth, predictions, board: "public", digests }).metrics;
    expect(first?.skipped).toMatchObject([{ subject: "m7", reason: { code: "METRIC_CONSTANT_TRUTH" } }]);
  });
});

describe("several truth columns", () => {
  const two: TruthTable = {
    ...days,
    sessions: days.subjects.map((subject, i) => `${subject}/${Math.floor(i / 60)}`),
    columns: {
      lever: Float64Array.from({ length: 120 }, (_, i) => Math.floor(i / 10) % 2),
      lick: Float64Array.from({ length: 120 }, (_, i) => Math.floor(i / 20) % 2),
    },
  };
  const definition = parseChallenge(tinyYaml);
  const scored = (truth: TruthTable, predictions: Predictions) =>
    score({ definition, truth, predictions, board: "public", digests }).metrics[0]!;

  test("are each reported, and the score is their mean", () => {
    const { score: mean, columns } = scored(two, guess(two, 3));
    expect(columns.map(({ column }) => column)).toEqual(["lever", "lick"]);
    expect(mean).toBeCloseTo((columns[0]!.score + columns[1]!.score) / 2, 12);
  });

  test("a row whose truth is NaN in one of them is not scored there, whatever was predicted", () => {
    const masked = two.columns["lever"]!.map((value, i) => (i % 60 < 20 ? NaN : value));
    const truth = { ...two, columns: { ...two.columns, lever: masked } };
    const perfect = guess(two, 0);
    const wrong = perfect.columns
      .get("lever")!
      .map((value, i) => (Number.isNaN(masked[i]) ? 1 - value : value));
    const predictions = { ...perfect, columns: new Map([...perfect.columns, ["lever", wrong]]) };
    expect(scored(truth, predictions).score).toBe(1);
    expect(scored(two, predictions).score).toBeLessThan(1);
  });
});

test("a gain over a reference is computed on each session's own rows of it", () => {
  const definition = parseChallenge(
    tinyYaml
      .replace(/metrics:\n( .*\n)+/, "metrics:\n  primary: log_loss_gain\n  secondary: [roc_auc]\n")
      .replace("type: binary,", "type: binary, reference: { en: The rate so far., ja: それまでの割合。 },"),
  );
  const pulled = Float64Array.from({ length: 120 }, (_, i) => Math.floor(i / 10) % 2);
  const reference = Float64Array.from({ length: 120 }, (_, i) => 0.3 + (i % 10) / 20);
  const truth = {
    ...days,
    sessions: days.subjects,
    columns: { pulled },
    references: { pulled: reference },
  };
  const gainOf = (values: Float64Array) => {
    const predictions: Predictions = {
      splits: ["test"],
      rowIds: truth.rowIds,
      columns: new Map([["pulled", values]]),
    };
    return score({ definition, truth, predictions, board: "public", digests }).metrics[0]!;
  };
  expect(gainOf(reference)).toMatchObject({
    metric: "log_loss_gain",
    chance: 0,
    score: 0,
    direction: "maximize",
  });
  expect(gainOf(pulled.map((label) => 0.2 + 0.6 * label)).score).toBeGreaterThan(0.3);
  const { references: _, ...without } = truth;
  expect(() =>
    score({
      definition,
      truth: without,
      predictions: { splits: ["test"], rowIds: truth.rowIds, columns: new Map([["pulled", reference]]) },
      board: "public",
      digests,
    }),
  ).toThrowError(expect.objectContaining({ code: "METRIC_NO_REFERENCE" }));
});
