import { describe, expect, test } from "vitest";
import {
  createRandom,
  crossValidate,
  type Baseline,
  type Challenge,
  type Report,
  type Scheme,
  type SessionExamples,
} from "../../src/index.ts";
import { tinyChallenge } from "../support/tiny-challenge.ts";

/** One number a row that tells the class, in a direction that each mouse has to itself. */
function sessionOf(subject: string, day: number, direction: number): SessionExamples {
  const session = `${subject}_day${day}`;
  const random = createRandom(session);
  const count = 40;
  const pulled = Float64Array.from({ length: count }, (_, i) => i % 2);
  const input = Float32Array.from(pulled, (label) => direction * (label - 0.5) + 0.2 * random.uniform());
  const time = Float64Array.from({ length: count }, (_, i) => i);
  return { subject, session, examples: { count, inputShape: [1], input, truth: { pulled }, time } };
}

const alike = ["a", "b", "c"].flatMap((mouse) => [1, 2].map((day) => sessionOf(mouse, day, 1)));
const opposed = [1, -1].flatMap((sign, mouse) =>
  [1, 2].map((day) => sessionOf(mouse === 0 ? "a" : "b", day, sign)),
);

/** Learns in which direction the classes lie apart. */
const direction: Baseline = ({ train, rows }) => {
  const labels = train.truth["pulled"] ?? [];
  const slope = train.input.reduce((sum, value, i) => sum + value * ((labels[i] ?? 0) - 0.5), 0);
  return { pulled: Float64Array.from(rows.input, (value) => Math.sign(slope) * value) };
};
/** Ends the run when it is shown a session that it must predict. */
const watchful: Baseline = ({ train, rows }) => {
  const seen = new Set(train.sessions);
  if (rows.sessions.some((session) => seen.has(session))) throw new Error("a session stands on both sides");
  if (new Set(rows.subjects).size !== 1) throw new Error("more than one mouse is held out");
  return { pulled: new Float64Array(rows.count) };
};
const challenge: Challenge = { ...tinyChallenge, baselines: { direction, watchful } };

const run = (
  sessions: readonly SessionExamples[],
  scheme: Scheme,
  baseline = "direction",
  shuffled = false,
) => crossValidate({ challenge, baseline, sessions, scheme, shuffled });
const scoreOf = (report: Report) => report.metrics[0]?.score;

describe("mice that are alike", () => {
  test("are decoded from each other and from themselves", async () => {
    expect(scoreOf(await run(alike, "across-subjects"))).toBe(1);
    expect(scoreOf(await run(alike, "within-subject"))).toBe(1);
  });

  test("give chance when the truth to learn from is shuffled: every fold has a direction by chance alone", async () => {
    const report = await run(alike, "across-subjects", "direction", true);
    for (const { score } of report.metrics[0]?.subjects ?? []) expect([0, 1]).toContain(score);
  });
});

test("a direction of one's own is known from one's own sessions only", async () => {
  expect(scoreOf(await run(opposed, "within-subject"))).toBe(1);
  expect(scoreOf(await run(opposed, "across-subjects"))).toBe(0);
});

test.each(["within-subject", "across-subjects"] as const)(
  "%s never learns from what it predicts, and predicts every session once",
  async (scheme) => {
    const { counts } = await run(alike, scheme, "watchful");
    expect(counts).toMatchObject({ sessions: alike.length, subjects: 3, rows: 240 });
  },
);

test("a mouse with one session has nothing to learn from within itself and is left out there", async () => {
  const sessions = [...alike.slice(0, 4), sessionOf("lone", 1, 1)];
  expect((await run(sessions, "within-subject")).counts.subjects).toBe(2);
  expect((await run(sessions, "across-subjects")).counts.subjects).toBe(3);
});

test("sessions without rows change nothing", async () => {
  const [first] = alike as [SessionExamples];
  const none = new Float64Array(0);
  const empty = {
    ...first.examples,
    count: 0,
    input: new Float32Array(0),
    truth: { pulled: none },
    time: none,
  };
  const sessions = [...alike, { subject: "empty", session: "empty_day1", examples: empty }];
  expect(scoreOf(await run(sessions, "across-subjects"))).toBe(1);
});

test("one mouse, or single sessions, cannot be held out, and the error counts them", async () => {
  await expect(run(alike.slice(0, 2), "across-subjects")).rejects.toMatchObject({
    code: "CROSSVALIDATION_TOO_FEW",
    parameters: { subjects: 1, sessions: 2 },
  });
  await expect(run([], "within-subject")).rejects.toMatchObject({ code: "CROSSVALIDATION_TOO_FEW" });
});

test("an unknown baseline is named with those there are", async () => {
  await expect(run(alike, "within-subject", "toString")).rejects.toMatchObject({
    code: "CHALLENGE_BASELINE",
  });
});
