import { expect, test } from "vitest";
import { sessionDate, subjectId } from "../src/index.ts";
import { ageAt, subjectOf } from "../src/subjects.ts";

test("the first 25 mice carry the dataset's ids, later ones numbers above 1000", () => {
  expect([0, 1, 24, 25, 26].map(subjectId)).toEqual([
    "VG1-GC#48",
    "VG1-GC#51",
    "VG1-GC#130",
    "VG1-GC#1001",
    "VG1-GC#1002",
  ]);
});

test("training days are weekdays in order", () => {
  const days = Array.from({ length: 15 }, (_, day) => sessionDate(3, day + 1));
  expect(days).toEqual([...days].sort());
  expect(new Set(days).size).toBe(15);
  for (const day of days) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  expect(sessionDate(0, 1)).toBe("2023-05-29");
});

test("a mouse is three to five months old and keeps its birthday", () => {
  const { dateOfBirth } = subjectOf(1, 3);
  expect(subjectOf(1, 3).dateOfBirth).toBe(dateOfBirth);
  const age = Number(/^P(\d+)D$/.exec(ageAt(dateOfBirth, sessionDate(3, 15)))?.[1]);
  expect(age).toBeGreaterThan(80);
  expect(age).toBeLessThan(160);
});
