import { expect, test } from "vitest";
import { boardRows } from "../../src/board/board-rows.ts";
import { control, entry } from "./boards.ts";

const names = (rows: ReturnType<typeof boardRows>) =>
  rows.map((row) => (row.kind === "entry" ? row.entry.name : row.control.control));

const teams = [entry("a", 0.9, { rank: 1 }), entry("b", 0.7, { rank: 2 }), entry("never", null)];

test("controls stand where their score would be, those without one last", () => {
  const controls = [control("identity", null), control("shuffled", 0.5), control("behaviour", 0.8)];
  const rows = boardRows({ entries: teams, controls, direction: "maximize" });
  expect(names(rows)).toEqual(["a", "behaviour", "b", "shuffled", "never", "identity"]);
});

test("where less is better, a control with less stands above", () => {
  const entries = [entry("a", 0.1, { rank: 1 }), entry("b", 0.3, { rank: 2 })];
  const rows = boardRows({ entries, controls: [control("shuffled", 0.2)], direction: "minimize" });
  expect(names(rows)).toEqual(["a", "shuffled", "b"]);
});

test("a rank that two teams have is shared; a baseline's is none", () => {
  const entries = [
    entry("a", 0.9, { rank: 1 }),
    entry("b", 0.89, { rank: 1 }),
    entry("strong", 0.8, { kind: "baseline" }),
    entry("c", 0.7, { rank: 3 }),
    entry("floor", 0.5, { kind: "baseline" }),
  ];
  const shared = boardRows({ entries, controls: [], direction: "maximize" }).map(
    (row) => row.kind === "entry" && row.shared,
  );
  expect(shared).toEqual([true, true, false, false, false]);
});

test("an empty board has no rows", () => {
  expect(boardRows({ entries: [], controls: [], direction: "maximize" })).toEqual([]);
});
