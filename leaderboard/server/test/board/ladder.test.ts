import { createRandom, type Report } from "@braidyn/harness";
import { expect, test } from "vitest";
import { ladderStep } from "../../src/board/ladder.ts";

/** The part of a report that the rule looks at: one session a subject. */
function report(scores: readonly number[], direction: "maximize" | "minimize" = "maximize"): Report {
  const sessions = scores.map((score, i) => ({ subject: `m${i}`, session: "s", rows: 10, score }));
  return { metrics: [{ direction, sessions }] } as unknown as Report;
}

test("the first report always stands", () => {
  expect(ladderStep(null, report([0.5, 0.5]))).toEqual({ moved: true, step: null });
});

test("the step is one standard error of the paired difference", () => {
  // differences .01, .03: mean .02, deviation .01414, standard error .01
  const { moved, step } = ladderStep(report([0.5, 0.6]), report([0.51, 0.63]));
  expect(step).toBeCloseTo(0.01, 12);
  expect(moved).toBe(true);
  expect(ladderStep(report([0.5, 0.6]), report([0.51, 0.59])).moved).toBe(false);
});

test("a difference that is sure but small does not move the board: the step is .005 at least", () => {
  expect(ladderStep(report([0.5, 0.6]), report([0.504, 0.604]))).toEqual({ moved: false, step: 0.005 });
  expect(ladderStep(report([0.5, 0.6]), report([0.506, 0.606])).moved).toBe(true);
});

test("where less is better, the board moves down", () => {
  expect(ladderStep(report([0.5, 0.6], "minimize"), report([0.4, 0.5], "minimize")).moved).toBe(true);
  expect(ladderStep(report([0.5, 0.6], "minimize"), report([0.6, 0.7], "minimize")).moved).toBe(false);
});

test("reports of other sessions cannot be compared: the new one stands", () => {
  expect(ladderStep(report([0.5, 0.6]), report([0.1, 0.1, 0.1]))).toEqual({ moved: true, step: null });
});

test("a gain in a single subject moves nothing, however large", () => {
  expect(ladderStep(report([0.5, 0.5, 0.5]), report([0.5, 0.9, 0.5])).moved).toBe(false);
});

/**
 * The attack on leaderboards of Blum & Hardt 2015: random votes are sent, and those that the board takes for better are
 * voted together. Where every score is shown the vote climbs far above chance; here the board must hardly move.
 */
test.each([1, 2, 3, 4, 5])("200 random-vote probes gain at most 3 steps (seed %i)", (seed) => {
  const [subjects, rows] = [8, 60];
  const random = createRandom(seed);
  const draw = () => Array.from({ length: subjects * rows }, () => random.integer(2));
  const truth = draw();
  const scored = (votes: readonly number[]) =>
    report(
      Array.from({ length: subjects }, (_, s) => {
        let right = 0;
        for (let i = s * rows; i < (s + 1) * rows; i++) right += Number(votes[i] === truth[i]);
        return right / rows;
      }),
    );
  let standing: Report | null = null;
  let moves = 0;
  const taken: number[][] = [];
  for (let probe = 0; probe < 200; probe++) {
    // every other probe is the majority of what the board liked so far, with some votes turned over
    const base = probe % 2 === 0 || taken.length === 0 ? draw() : majority(taken);
    const votes = base.map((vote) => (random.uniform() < 0.1 ? 1 - vote : vote));
    const found = scored(votes);
    if (!ladderStep(standing, found).moved) continue;
    if (standing !== null) moves++;
    standing = found;
    taken.push(votes);
  }
  expect(moves).toBeLessThanOrEqual(3);
});

function majority(votes: readonly (readonly number[])[]): number[] {
  return votes[0]!.map((_, i) => Number(votes.reduce((sum, each) => sum + each[i]!, 0) * 2 >= votes.length));
}
