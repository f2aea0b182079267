import { describe, expect, test } from "vitest";
import {
  canonicalJson,
  createRandom,
  metrics,
  parseChallenge,
  rankReports,
  renderBoard,
  renderReport,
  score,
  type Board,
  type Predictions,
  type RunFacts,
  type TruthTable,
} from "../../src/index.ts";
import { tinyYaml } from "../support/tiny-challenge.ts";

const definition = parseChallenge(tinyYaml);
const digests = { bundle: "b", submission: "s" };

interface Cohort {
  readonly subjects: number;
  /** Sessions of a subject whose labels are all 0. */
  readonly flat?: number;
  readonly columns?: readonly string[];
}

/** 4 sessions a subject of 20 rows each; the last fifth of the subjects on the private board. */
function cohort({ subjects, flat = 0, columns = ["pulled"] }: Cohort): TruthTable {
  const random = createRandom("cohort");
  const rows = Array.from({ length: subjects * 80 }, (_, i) => ({
    subject: `subject-${Math.floor(i / 80)}`,
    session: `session-${Math.floor(i / 20)}`,
    flat: Math.floor(i / 20) < flat,
    board: (Math.floor(i / 80) < subjects * 0.8 ? "public" : "private") as Board,
  }));
  const order = random.shuffle(rows);
  return {
    rowIds: order.map((_, i) => `r${i}`),
    subjects: order.map(({ subject }) => subject),
    sessions: order.map(({ session }) => session),
    boards: order.map(({ board }) => board),
    columns: Object.fromEntries(
      columns.map((name) => [name, Float64Array.from(order, (row) => (row.flat ? 0 : random.integer(2)))]),
    ),
  };
}

/** Truth times `signal` plus noise, kept within (0, 1). */
function predict(truth: TruthTable, signal: number, seed = 1): Predictions {
  const random = createRandom(seed);
  const noisy = (value: number) => (value * signal + random.uniform()) / (1 + signal);
  return {
    splits: ["test"],
    rowIds: truth.rowIds,
    columns: new Map(Object.entries(truth.columns).map(([name, values]) => [name, values.map(noisy)])),
  };
}

const scored = (truth: TruthTable, predictions: Predictions, board: Board = "public") =>
  score({ definition, truth, predictions, board, digests });

describe("a report", () => {
  const truth = cohort({ subjects: 15 });
  const report = scored(truth, predict(truth, 0.3));

  test("is the mean over sessions, then over subjects, of the metric by hand", () => {
    const primary = report.metrics[0];
    const predictions = predict(truth, 0.3).columns.get("pulled") ?? new Float64Array();
    const bySession = primary?.sessions.map(({ session }) => {
      const rows = truth.rowIds.flatMap((_, i) => (truth.sessions[i] === session ? [i] : []));
      const pick = (values: Float64Array) => Float64Array.from(rows, (i) => values[i] ?? NaN);
      return metrics.roc_auc.compute(pick(truth.columns["pulled"] ?? predictions), pick(predictions));
    });
    expect(primary?.sessions.map((session) => session.score)).toEqual(bySession);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(primary?.score).toBeCloseTo(mean(bySession ?? []), 12); // every subject has four sessions
    expect(primary?.low).toBeLessThan(primary?.score ?? 0);
    expect(primary?.high).toBeGreaterThan(primary?.score ?? 1);
  });

  test("counts only the board's rows", () => {
    expect(report.counts).toEqual({ rows: 960, sessions: 48, subjects: 12 });
    expect(scored(truth, predict(truth, 0.3), "private").counts.subjects).toBe(3);
  });

  test("is the same to the byte again, and in another order of predictions", () => {
    const predictions = predict(truth, 0.3);
    const reversed = {
      splits: predictions.splits,
      rowIds: [...predictions.rowIds].reverse(),
      columns: new Map([...predictions.columns].map(([name, values]) => [name, values.slice().reverse()])),
    };
    expect(canonicalJson(scored(truth, reversed))).toBe(canonicalJson(report));
  });

  test("is JSON and nothing else, with its digests, never verified", () => {
    expect(JSON.parse(canonicalJson(report))).toEqual(report);
    expect(report).toMatchObject({ verified: false, warnings: ["not-verified"] });
    expect(report.digests).toEqual({
      ...digests,
      scorer: expect.stringMatching(/^@braidyn\/harness \d/) as string,
    });
  });

  test("warns below eight subjects", () => {
    const few = cohort({ subjects: 5 });
    expect(scored(few, predict(few, 0.3)).warnings).toContain("few-subjects");
  });

  test("lists sessions of a single class as left out, and fails above a fifth of them", () => {
    const some = cohort({ subjects: 10, flat: 2 });
    const { skipped, sessions } = scored(some, predict(some, 0.3)).metrics[0] ?? {
      skipped: [],
      sessions: [],
    };
    expect(skipped.map(({ session, reason }) => [session, reason.code])).toEqual([
      ["session-0", "METRIC_SINGLE_CLASS"],
      ["session-1", "METRIC_SINGLE_CLASS"],
    ]);
    expect(sessions).toHaveLength(30);
    const many = cohort({ subjects: 10, flat: 7 });
    expect(() => scored(many, predict(many, 0.3))).toThrowError(
      expect.objectContaining({ code: "METRIC_SKIPPED" }),
    );
  });

  test("keeps the primary score when a secondary metric cannot be computed", () => {
    const odds =
      predict(truth, 0.3)
        .columns.get("pulled")
        ?.map((value) => value * 10) ?? new Float64Array();
    const predictions: Predictions = { ...predict(truth, 0.3), columns: new Map([["pulled", odds]]) };
    const [primary, , logLoss] = scored(truth, predictions).metrics;
    expect(primary?.score).toBe(report.metrics[0]?.score);
    expect(logLoss).toMatchObject({ score: null, problem: { code: "METRIC_PROBABILITY_RANGE" } });
  });

  test("averages the columns of a challenge with several", () => {
    const two = cohort({ subjects: 10, columns: ["pulled", "licked"] });
    const perfect = predict(two, 1e6);
    const noise = predict(two, 0).columns.get("licked") ?? new Float64Array();
    const half: Predictions = { ...perfect, columns: new Map([...perfect.columns, ["licked", noise]]) };
    expect(scored(two, perfect).metrics[0]?.score).toBe(1);
    const found = scored(two, half).metrics[0]?.score ?? 0;
    expect(found).toBeGreaterThan(0.7);
    expect(found).toBeLessThan(0.8);
  });

  test("needs predictions for its board", () => {
    const none: Predictions = { splits: ["validation"], rowIds: ["v"], columns: new Map() };
    const part: Predictions = { ...predict(truth, 0.3), rowIds: ["r0"] };
    expect(() => scored(truth, none)).toThrowError(expect.objectContaining({ code: "SUBMISSION_BOARD" }));
    expect(() => scored(truth, { ...part, rowIds: truth.rowIds.slice(0, 500) })).toThrowError(
      expect.objectContaining({ code: "SUBMISSION_ROWS_MISSING" }),
    );
    expect(() => scored(truth, predict(truth, 0.3), "validation")).toThrowError(
      expect.objectContaining({ code: "BUNDLE_NO_BOARD" }),
    );
  });

  test("is drawn in both languages", () => {
    const few = cohort({ subjects: 5, flat: 1 });
    const drawn = renderReport(scored(few, predict(few, 0.3)), { language: "en" });
    expect(drawn.title).toBe("tiny, public board");
    expect(drawn.tables[0]?.rows.map((row) => row[0])).toEqual(["roc_auc", "average_precision", "log_loss"]);
    expect(drawn.tables[0]?.columns).toContain("95 % interval");
    for (const table of drawn.tables) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
    expect(drawn.notes.join("\n")).toMatch(
      /session-0 of subject-0 was left out.*only 4 subjects.*prove nothing/s,
    );
    const japanese = renderReport(scored(few, predict(few, 0.3)), { language: "ja" });
    expect(japanese.tables[0]?.columns).toContain("95 % 区間");
    expect(japanese.notes.join("")).toMatch(/未検証/);
  });
});

describe("a board", () => {
  const truth = cohort({ subjects: 15 });
  const entries = [
    { name: "noise", report: scored(truth, predict(truth, 0, 3)) },
    { name: "broken", report: null },
    { name: "strong", report: scored(truth, predict(truth, 0.6)) },
    { name: "twin", report: scored(truth, predict(truth, 0.6)) },
  ];

  test("ranks the best first, twins alike, and what has no score last", () => {
    const lines = rankReports(entries).map(({ rank, name }) => [rank, name]);
    expect(lines).toEqual([
      [1, "strong"],
      [1, "twin"],
      [3, "noise"],
      [4, "broken"],
    ]);
  });

  test("is drawn with rank, name, score, interval, subjects and sessions", () => {
    const { tables, notes } = renderBoard(entries, { language: "en" });
    expect(tables[0]?.columns).toEqual([
      "Rank",
      "Name",
      "Score (roc_auc)",
      "95 % interval",
      "Subjects",
      "Sessions",
    ]);
    expect(tables[0]?.rows[0]).toEqual([
      "1",
      "strong",
      expect.stringMatching(/^[01]\.\d{4}$/),
      expect.stringMatching(/^\[[01]\.\d{4}, [01]\.\d{4}\]$/),
      "12",
      "48",
    ]);
    expect(tables[0]?.rows[3]?.slice(0, 4)).toEqual(["4", "broken", "none", "-"]);
    expect(notes.at(-1)).toMatch(/prove nothing/);
  });

  test("without entries is an empty table", () => {
    expect(renderBoard([], { language: "ja" }).tables[0]?.rows).toEqual([]);
  });
});

describe("a report of a run", () => {
  const truth = cohort({ subjects: 15 });
  const predictions = predict(truth, 0.3);
  const facts: RunFacts = {
    kind: "code",
    ...{ fitted: true, streamed: false, isolation: "bubblewrap", isolated: true },
    predictions: "ab".repeat(32),
  };
  const of = (run: Partial<RunFacts>, causal = false) =>
    score({
      definition: { ...definition, input: { ...definition.input, causal } },
      truth,
      predictions,
      board: "public",
      digests,
      run: { ...facts, ...run },
    });

  test("is verified where the harness fitted in isolation, and in a causal challenge streamed", () => {
    expect(of({})).toMatchObject({ verified: true, warnings: [], run: facts });
    expect(of({ streamed: true }, true)).toMatchObject({ verified: true, warnings: [] });
  });

  test.each([
    [{ isolated: false, isolation: "none" }, false, ["not-isolated"]],
    [{ fitted: false }, false, ["not-fitted"]],
    [{}, true, ["not-streamed"]],
    [{ fitted: false, isolated: false }, true, ["not-isolated", "not-fitted", "not-streamed"]],
  ])("lacking something (%j, causal: %s) it says what", (run, causal, warnings) => {
    const report = of(run, causal);
    expect(report).toMatchObject({ verified: false, warnings: ["not-verified", ...warnings] });
    for (const language of ["en", "ja"] as const) {
      const notes = renderReport(report, { language }).notes.join("\n");
      expect(notes.match(/Not verified|未検証/g)).toHaveLength(warnings.length);
      expect(notes).toContain(facts.predictions.slice(0, 12));
    }
  });

  test("has the same scores as the predictions alone, which have no word of a run", () => {
    const { run, warnings, verified, ...same } = of({});
    const { warnings: other, verified: never, ...alone } = scored(truth, predictions);
    expect(same).toEqual(alone);
    expect([run, warnings, verified, other, never]).toEqual([facts, [], true, ["not-verified"], false]);
  });
});
