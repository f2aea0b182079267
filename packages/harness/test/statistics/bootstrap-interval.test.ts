import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/random.ts";
import { bootstrapInterval } from "../../src/statistics/bootstrap-interval.ts";
import { simulatedScores } from "./simulated-scores.ts";

const scores = simulatedScores(createRandom("interval"));

describe("bootstrapInterval", () => {
  it("contains the score and says what it was made of", () => {
    const interval = bootstrapInterval(scores, { seed: 1 });
    expect(interval.low).toBeLessThan(interval.score);
    expect(interval.high).toBeGreaterThan(interval.score);
    expect(interval).toMatchObject({ level: 0.95, resamples: 2000, subjects: 12, sessions: 72 });
  });

  it("is the same for the same seed, in whatever order the scores come, and differs for another seed", () => {
    const shuffled = createRandom("shuffle").shuffle(scores);
    const interval = bootstrapInterval(scores, { seed: "board" });
    expect(bootstrapInterval(shuffled, { seed: "board" })).toEqual(interval);
    expect(bootstrapInterval(scores, { seed: "another" }).low).not.toBe(interval.low);
  });

  it("grows with the level", () => {
    const narrow = bootstrapInterval(scores, { seed: 1, level: 0.5 });
    const wide = bootstrapInterval(scores, { seed: 1, level: 0.99 });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  it("is a point at chance where every session scores chance", () => {
    const constant = scores.map((score) => ({ ...score, value: 0.5 }));
    expect(bootstrapInterval(constant, { seed: 1 })).toMatchObject({ low: 0.5, score: 0.5, high: 0.5 });
  });

  it("resamples subjects, not sessions: sessions that agree do not narrow it", () => {
    const alike = simulatedScores(createRandom("alike"), { sessions: 50, within: 0 });
    const once = alike.filter((score) => score.session === "day1");
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const many = width(bootstrapInterval(alike, { seed: 3 }));
    expect(many / width(bootstrapInterval(once, { seed: 3 }))).toBeCloseTo(1, 1);
  });

  it("holds the true mean in about 95 % of simulated studies of 25 mice", () => {
    const random = createRandom("coverage");
    const studies = 200;
    let covered = 0;
    for (let i = 0; i < studies; i++) {
      const study = simulatedScores(random, { subjects: 25 });
      const { low, high } = bootstrapInterval(study, { seed: i, resamples: 400 });
      if (low <= 0.8 && high >= 0.8) covered++;
    }
    expect(covered / studies).toBeGreaterThan(0.88);
    expect(covered / studies).toBeLessThan(0.99);
  });

  it("refuses resamples and levels that make no sense", () => {
    expect(() => bootstrapInterval(scores, { seed: 1, resamples: 0 })).toThrow(RangeError);
    expect(() => bootstrapInterval(scores, { seed: 1, level: 95 })).toThrow(RangeError);
  });
});
