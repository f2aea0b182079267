import { expect, test } from "vitest";
import { adaptiveRequirement, firstRequirement } from "../../src/behaviour/requirement.ts";

function play(requirement: ReturnType<typeof adaptiveRequirement>, outcomes: readonly boolean[]): number[] {
  return outcomes.map((success) => {
    requirement.record(success);
    return requirement.seconds;
  });
}

test("T_pull rises by 50 ms when 16 of the last 20 trials succeed, and then not for 20 trials", () => {
  const requirement = adaptiveRequirement(0.001);
  const outcomes = Array.from({ length: 60 }, (_, i) => i % 5 !== 0);
  const seconds = play(requirement, outcomes);
  expect(seconds.slice(0, 19)).toEqual(new Array(19).fill(0.001));
  expect(seconds.slice(19, 39)).toEqual(new Array(20).fill(0.051));
  expect(seconds.slice(39, 59)).toEqual(new Array(20).fill(0.101));
});

test("T_pull stays where fewer than 80 % succeed", () => {
  const outcomes = Array.from({ length: 100 }, (_, i) => i % 4 !== 0);
  expect(play(adaptiveRequirement(0.2), outcomes).at(-1)).toBe(0.2);
});

test("T_pull never passes 400 ms", () => {
  expect(play(adaptiveRequirement(0.38), new Array<boolean>(100).fill(true)).at(-1)).toBe(0.4);
});

test("a mouse begins at 1 ms and each next day 100 ms below the last, at least at 1 ms", () => {
  expect(firstRequirement(null)).toBe(0.001);
  expect(firstRequirement(0.351)).toBe(0.251);
  expect(firstRequirement(0.051)).toBe(0.001);
});
