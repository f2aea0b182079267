import { describe, expect, test } from "vitest";
import { autoSplit, createSplit, type SplitDefinition } from "../../src/index.ts";

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
