import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareSubjects,
  formatSessionName,
  parseSessionName,
  sessionKey,
  sessionTypes,
} from "../src/index.ts";

const day11 = { subject: "VG1-GC#51", date: "2023-06-29", type: "task", day: 11 };

describe("parseSessionName", () => {
  test.each([
    "sub-VG1-GC#51_ses-2023-06-29-task-day11_widefield+behavior.nwb",
    "sub-VG1-GC#51/sub-VG1-GC#51_ses-2023-06-29-task-day11_behavior+image+ophys.nwb",
    "sub-VG1-GC#51_ses-2023-06-29-task-day11.nwb",
    "https://host/x/sub-VG1-GC%2351/sub-VG1-GC%2351_ses-2023-06-29-task-day11_widefield%2Bbehavior.nwb?versionId=7#x",
    "VG1GC-51_2023-06-29_task-day11.nwb",
    "C:\\data\\VG1GC-51_2023-06-29_task-day11.nwb",
    "VG1GC-51_2023-06-29_task-day11",
  ])("reads %s", (name) => {
    expect(parseSessionName(name)).toEqual(day11);
  });

  test("keeps task-day1 and task-day15 apart", () => {
    expect(parseSessionName("VG1GC-51_2023-06-19_task-day1.nwb").day).toBe(1);
    expect(parseSessionName("VG1GC-51_2023-07-03_task-day15.nwb").day).toBe(15);
  });

  test("reads rest before training as day 0 in both spellings", () => {
    expect(parseSessionName("VG1GC-51_2023-06-18_resting-state-day0.nwb").day).toBe(0);
    expect(parseSessionName("VG1GC-51_2023-06-18_resting-state-day-1.nwb").day).toBe(0);
    expect(parseSessionName("sub-VG1-GC#51_ses-2023-06-18-resting-state-day-1_x.nwb").day).toBe(0);
  });

  test.each([
    "",
    ".nwb",
    "data.nwb",
    "VG1GC-51_2023-06-29_task-day.nwb",
    "VG1GC-51_2023-06-29_task-day11x.nwb",
    "VG1GC-51_2023-06-29_nap-day11.nwb",
    "VG1GC-51_2023-13-45_task-day11.nwb",
    "VG1GC-51_2023-06-29_task-day11.nwb.part",
    "a".repeat(100_000),
  ])("refuses %.40s and shows both styles", (name) => {
    expect(() => parseSessionName(name)).toThrowError(
      expect.objectContaining({
        code: "SESSION_NAME",
        hint: expect.stringMatching(/sub-VG1-GC#51_ses.*VG1GC-51_/),
      }),
    );
  });

  test("reads back every name it can write", () => {
    const id = fc.record({
      subject: fc.integer({ min: 1, max: 999 }).map((n) => `VG1-GC#${n}`),
      date: fc
        .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      type: fc.constantFrom(...sessionTypes),
      day: fc.integer({ min: 0, max: 99 }),
    });
    fc.assert(
      fc.property(id, fc.constantFrom("authors" as const, "dandi" as const), (session, style) => {
        expect(parseSessionName(formatSessionName(session, style))).toEqual(session);
      }),
    );
  });
});

test("one session has one key, however its file is named", () => {
  const names = ["VG1GC-51_2023-06-29_task-day11.nwb", "sub-VG1-GC#51_ses-2023-06-29-task-day11_x.nwb"];
  expect(new Set(names.map((name) => sessionKey(parseSessionName(name))))).toEqual(
    new Set(["VG1-GC#51_2023-06-29_task-day11"]),
  );
});

test("subjects are ordered by their numbers", () => {
  expect(["VG1-GC#105", "VG1-GC#48", "VG1-GC#51"].sort(compareSubjects)).toEqual([
    "VG1-GC#48",
    "VG1-GC#51",
    "VG1-GC#105",
  ]);
});
