import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRanks, rankEntries, rocAuc, type Entry } from "../../src/index.ts";
import { ascendingOrder } from "../../src/metric/order.ts";

/** Numbers of every size, many of them equal, zeros of both signs. */
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, 1e-310, 0.1, 0.1 + Number.EPSILON / 16),
);
/** Below and above the sizes at which sorting changes its way. */
const values = fc.oneof(
  fc.array(value, { minLength: 1, maxLength: 60 }),
  fc.array(value, { minLength: 300, maxLength: 700 }),
);
const runs = { numRuns: 150, interruptAfterTimeLimit: 6000 };

describe("of any numbers", () => {
  test("the order rises and is stable", () => {
    fc.assert(
      fc.property(values, (list) => {
        const order = [...ascendingOrder(Float64Array.from(list))];
        expect(order).toEqual(list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b));
      }),
      runs,
    );
  });

  test("ranks are those that counting gives: the smaller ones, and half of the equal ones", () => {
    fc.assert(
      fc.property(values, (list) => {
        const counted = list.map((one) => {
          const smaller = list.filter((other) => other < one).length;
          const equal = list.filter((other) => other === one).length;
          return smaller + (equal + 1) / 2;
        });
        expect([...averageRanks(list)]).toEqual(counted);
      }),
      runs,
    );
  });

  test("the AUC is the share of pairs in order, with weights too, and turns around with the scores", () => {
    const rows = values.chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: scores.length, maxLength: scores.length }),
      ),
    );
    fc.assert(
      fc.property(rows, ([scores, labels]) => {
        fc.pre(labels.includes(0) && labels.includes(1));
        const [ones, zeros] = [1, 0].map((label) => scores.filter((_, i) => labels[i] === label)) as [
          number[],
          number[],
        ];
        let pairs = 0;
        for (const one of ones) for (const zero of zeros) pairs += one > zero ? 1 : one === zero ? 0.5 : 0;
        const auc = rocAuc(labels, scores);
        expect(auc).toBe(pairs / (ones.length * zeros.length));
        expect(
          rocAuc(
            labels,
            scores,
            labels.map(() => 1),
          ),
        ).toBe(auc);
        expect(
          rocAuc(
            labels,
            scores.map((score) => -score),
          ),
        ).toBeCloseTo(1 - auc, 12);
      }),
      runs,
    );
  });
});

test("on any board, ranks start at 1, rise with the score, and those without a score are last, whatever the order", () => {
  const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN), fc.constant(null));
  const board = fc.array(score, { maxLength: 8 }).map((scores) =>
    scores.map((level, e): Entry => ({
      id: `e${e}`,
      scores:
        level === null
          ? []
          : [0, 1, 2, 3].map((i) => ({ subject: `m${i}`, session: "s", value: level + i / 100 })),
    })),
  );
  fc.assert(
    fc.property(board, fc.constantFrom("maximize", "minimize"), fc.boolean(), (entries, direction, equal) => {
      const options = {
        direction,
        seed: 1,
        resamples: 100,
        tie: equal ? "equal" : "indistinguishable",
      } as const;
      const ranked = rankEntries(entries, options);
      expect(rankEntries([...entries].reverse(), options)).toEqual(ranked);
      const scored = ranked.filter((entry) => entry.score !== null);
      expect(ranked.slice(0, scored.length)).toEqual(scored);
      const sign = direction === "maximize" ? 1 : -1;
      ranked.forEach(({ rank, score: own }, i) => {
        const before = ranked[i - 1];
        if (before === undefined) return expect(rank).toBe(1);
        expect([before.rank, i + 1]).toContain(rank);
        if (own !== null) expect(sign * own).toBeLessThanOrEqual(sign * before.score!);
        else if (before.score !== null) expect(rank).toBe(i + 1);
        else expect(rank).toBe(before.rank);
      });
    }),
    runs,
  );
});
