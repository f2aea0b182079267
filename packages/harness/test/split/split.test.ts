import { describe, expect, test } from "vitest";
import { autoSplit, createSplit, fitSplit, type SplitDefinition } from "../../src/index.ts";

const session = (subject: string, day: number | null) => ({
  subject,
  session: `${subject}_2023-05-30_task-day${day}`,
  day,
});

function splitBy(unit: SplitDefinition["unit"], groups: Partial<SplitDefinition>): SplitDefinition {
  return { unit, train: [], validation: [], public: [], private: [], ...groups };
}

describe("a split", () => {
  test("by subject takes numbers and both spellings of a name, and leaves others out", () => {
    const assign = createSplit(
      splitBy("subject", { train: [48], public: ["VG1GC-51"], private: ["SIM-01"] }),
    );
    expect(assign(session("VG1-GC#48", 1))).toBe("train");
    expect(assign(session("VG1-GC#51", 9))).toBe("public");
    expect(assign(session("SIM-01", 9))).toBe("private");
    expect(assign(session("VG1-GC#4", 1))).toBeNull();
  });

  test("by day takes days and ranges; a session without a day is in no group", () => {
    const assign = createSplit(splitBy("day", { train: [{ from: 1, to: 5 }], public: [11, 12] }));
    expect(assign(session("a", 5))).toBe("train");
    expect(assign(session("a", 12))).toBe("public");
    expect(assign(session("a", 6))).toBeNull();
    expect(assign(session("a", null))).toBeNull();
  });

  test("by session takes any of the file's names", () => {
    const assign = createSplit(splitBy("session", { train: ["VG1GC-48_2023-05-30_task-day2.nwb"] }));
    expect(assign(session("VG1-GC#48", 2))).toBe("train");
    expect(assign(session("VG1-GC#48", 20))).toBeNull();
  });

  test("refuses one animal in two groups, and members that do not fit", () => {
    expect(() => createSplit(splitBy("subject", { train: [48], public: ["VG1-GC#48"] }))).toThrowError(
      expect.objectContaining({ code: "SPLIT_OVERLAP" }),
    );
    expect(() => createSplit(splitBy("session", { train: [48] }))).toThrowError(
      expect.objectContaining({ code: "SPLIT_MEMBER" }),
    );
  });
});

describe("an automatic split", () => {
  const mice = Array.from({ length: 25 }, (_, i) => `VG1-GC#${i + 40}`);

  test("is the same for the same mice and seed, in any order, and holds each mouse once", () => {
    const split = autoSplit(mice, 7);
    expect(autoSplit([...mice, ...mice].reverse(), 7)).toEqual(split);
    expect(autoSplit(mice, 8)).not.toEqual(split);
    const all = [...split.train, ...split.validation, ...split.public, ...split.private];
    expect(all.sort()).toEqual([...mice].sort());
    expect(split.train).toHaveLength(13);
    expect(split.public).toHaveLength(4);
  });

  test("gives every group a mouse even when there are but four, and wants four", () => {
    const split = autoSplit(["a1", "a2", "a3", "a4"], 1);
    expect([split.train, split.validation, split.public, split.private].map((g) => g.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(() => autoSplit(["a", "a", "b", "c"], 1)).toThrowError(
      expect.objectContaining({ code: "SPLIT_TOO_FEW" }),
    );
  });

  test("wants shares above 0", () => {
    const shares = { train: 1, validation: 0, public: 1, private: 1 };
    expect(() => autoSplit(mice, 1, shares)).toThrowError(
      expect.objectContaining({ code: "SPLIT_FRACTIONS" }),
    );
  });

  test("works for subjects that are called by numbers alone", () => {
    const assign = createSplit(autoSplit(["1", "2", "3", "4"], 1));
    expect(["1", "2", "3", "4"].map((name) => assign(session(name, 1))).sort()).toEqual([
      "private",
      "public",
      "train",
      "validation",
    ]);
  });
});

describe("a challenge's split fitted to another cohort", () => {
  const mice = ["m1", "m2", "m3", "m4", "m5", "m6"];
  const early = { from: 1, to: 5 };
  const late = { from: 11, to: 15 };

  test("by subject is an automatic split", () => {
    expect(fitSplit(splitBy("subject", { train: [48], public: [51] }), mice, 2)).toEqual(autoSplit(mice, 2));
  });

  test("by subject and day keeps the days of each group", () => {
    const own = splitBy("subject-day", {
      train: [{ subjects: [48], days: early }],
      public: [{ subjects: [51], days: late }],
    });
    const assign = createSplit(fitSplit(own, mice, 2));
    const groupsOn = (day: number) => new Set(mice.map((mouse) => assign(session(mouse, day))));
    expect(groupsOn(3)).toEqual(new Set(["train", null]));
    expect(groupsOn(12)).toEqual(new Set(["public", null]));
    expect(groupsOn(8)).toEqual(new Set([null]));
  });

  test("trains on every subject where the challenge trains on those that it tests", () => {
    const own = splitBy("subject-day", {
      ...{ known_subjects: true, train: [{ subjects: [48, 51], days: early }] },
      public: [{ subjects: ["VG1-GC#51"], days: late }],
    });
    const fitted = fitSplit(own, mice, 2);
    const assign = createSplit(fitted);
    expect(fitted.known_subjects).toBe(true);
    for (const mouse of mice) expect(assign(session(mouse, 1))).toBe("train");
    expect(mice.filter((mouse) => assign(session(mouse, 15)) === "public").length).toBeGreaterThan(0);
  });
});

test("a split by subject and day takes subjects on days, in both spellings", () => {
  const assign = createSplit(
    splitBy("subject-day", {
      train: [{ subjects: [48, "VG1GC-51"], days: { from: 1, to: 2 } }],
      public: [{ subjects: [48], days: 3 }],
    }),
  );
  expect(assign(session("VG1-GC#51", 2))).toBe("train");
  expect(assign(session("VG1-GC#48", 3))).toBe("public");
  expect(assign(session("VG1-GC#51", 3))).toBeNull();
  expect(() => createSplit(splitBy("subject-day", { train: [48] }))).toThrowError(
    expect.objectContaining({ code: "SPLIT_MEMBER" }),
  );
});
