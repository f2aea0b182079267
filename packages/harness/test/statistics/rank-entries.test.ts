import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/random.ts";
import { aggregate } from "../../src/statistics/aggregate.ts";
import { pairedBootstrap } from "../../src/statistics/paired-bootstrap.ts";
import { rankEntries } from "../../src/statistics/rank-entries.ts";
import type { SessionScore } from "../../src/statistics/session-score.ts";
import { throwsCode } from "../metric/throws-code.ts";
import { simulatedScores } from "./simulated-scores.ts";

const random = createRandom("entries");
const base = simulatedScores(random);

/** The same sessions scored `by` more, with a little noise of its own. */
function shifted(by: number, noise = 0.01): SessionScore[] {
  return base.map((score) => ({ ...score, value: score.value + by + noise * (random.uniform() - 0.5) }));
}

const best = { id: "best", scores: shifted(0.05) };
const close = { id: "close", scores: shifted(0.0499) };
const worse = { id: "worse", scores: shifted(0) };
const ranksOf = (ranked: readonly { id: string; rank: number }[]) => ranked.map(({ id, rank }) => [id, rank]);

describe("pairedBootstrap", () => {
  it("gives the difference of the scores, and an interval that leaves out what both share", () => {
    const { difference, low, high, probabilityAGreater } = pairedBootstrap(best.scores, worse.scores, {
      seed: 1,
    });
    expect(difference).toBeCloseTo(aggregate(best.scores).score - aggregate(worse.scores).score, 12);
    expect(low).toBeGreaterThan(0.045);
    expect(high).toBeLessThan(0.055);
    expect(probabilityAGreater).toBe(1);
  });

  it("turns around with its arguments", () => {
    const forth = pairedBootstrap(best.scores, close.scores, { seed: 1 });
    const back = pairedBootstrap(close.scores, best.scores, { seed: 1 });
    expect(back.low).toBeCloseTo(-forth.high, 12);
    expect(back.probabilityAGreater).toBeCloseTo(1 - forth.probabilityAGreater, 12);
  });

  it("finds nothing between an entry and itself, in whatever order", () => {
    const again = createRandom("again").shuffle(best.scores);
    expect(pairedBootstrap(best.scores, again, { seed: 1 })).toEqual({
      difference: 0,
      low: 0,
      high: 0,
      probabilityAGreater: 0.5,
    });
  });

  it("refuses entries that were not scored on the same sessions", () => {
    const fewer = best.scores.slice(1);
    const other = best.scores.map((score, i) => (i === 0 ? { ...score, session: "day99" } : score));
    for (const scores of [fewer, other]) {
      expect(throwsCode(() => pairedBootstrap(best.scores, scores, { seed: 1 }))).toBe(
        "METRIC_SESSIONS_DIFFER",
      );
      expect(throwsCode(() => pairedBootstrap(scores, best.scores, { seed: 1 }))).toBe(
        "METRIC_SESSIONS_DIFFER",
      );
    }
  });
});

describe("rankEntries", () => {
  it("shares a rank between entries that cannot be told apart, and not with one that can: 1, 1, 3", () => {
    const ranked = rankEntries([worse, close, best], { direction: "maximize", seed: 1 });
    expect(ranked.map((entry) => entry.rank)).toEqual([1, 1, 3]);
    expect(ranked[2]!.id).toBe("worse");
    expect(ranked[1]!.leader).toBe(ranked[0]!.id);
    expect(ranked[1]!.behindLeader!.low).toBeLessThanOrEqual(0);
    expect(ranked[2]!.behindLeader).toBeNull();
  });

  it("shares a rank between equal scores alone where the challenge asks for that", () => {
    const options = { direction: "maximize", seed: 1, tie: "equal" } as const;
    const twin = { id: "twin", scores: best.scores };
    expect(ranksOf(rankEntries([worse, close, best, twin], { ...options, precision: 12 }))).toEqual([
      ["close", 1],
      ["best", 2],
      ["twin", 2],
      ["worse", 4],
    ]);
    expect(rankEntries([close, best], { ...options, precision: 1 }).map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it("puts small scores first when they are to be minimised", () => {
    const ranked = rankEntries([best, worse], { direction: "minimize", seed: 1 });
    expect(ranksOf(ranked)).toEqual([
      ["worse", 1],
      ["best", 2],
    ]);
  });

  it("compares with the leader of a rank, not with the neighbour", () => {
    // Each step is within its neighbour's reach, but the third is clearly behind the first.
    const steps = [0, 0.0006, 0.0012, 0.0018].map((by) => ({ id: `-${by}`, scores: shifted(-by, 0.004) }));
    const ranked = rankEntries(steps, { direction: "maximize", seed: 1 });
    const leaders = new Set(ranked.map((entry) => entry.leader));
    expect(leaders.size).toBeGreaterThan(1);
    for (const { behindLeader } of ranked) expect(behindLeader?.low ?? 0).toBeLessThanOrEqual(0);
  });

  it("puts entries without a score last in both directions", () => {
    const missing = { id: "missing", scores: [] };
    const broken = { id: "broken", scores: best.scores.map((score) => ({ ...score, value: NaN })) };
    for (const direction of ["maximize", "minimize"] as const) {
      const ranked = rankEntries([missing, best, broken, worse], { direction, seed: 1 });
      expect(ranksOf(ranked).slice(2)).toEqual([
        ["broken", 3],
        ["missing", 3],
      ]);
      expect(ranked[3]!.score).toBeNull();
    }
  });

  it("does not depend on the order of the entries, also where scores are equal", () => {
    const twin = { id: "twin", scores: best.scores };
    const one = rankEntries([best, twin, close, worse], { direction: "maximize", seed: 1 });
    const other = rankEntries([worse, close, twin, best], { direction: "maximize", seed: 1 });
    expect(other).toEqual(one);
  });

  it("ranks an empty board", () => {
    expect(rankEntries([], { direction: "maximize", seed: 1 })).toEqual([]);
  });
});
