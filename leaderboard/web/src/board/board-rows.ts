import type { Board, BoardEntry, ControlEntry } from "@braidyn/leaderboard/api";

/** A line of a board as people see it: teams and baselines, and between them the controls. */
export type BoardRow =
  | { readonly kind: "entry"; readonly entry: BoardEntry; readonly shared: boolean }
  | { readonly kind: "control"; readonly control: ControlEntry };

/** Entries in the board's own order, each control where its score stands; those without a score last. */
export function boardRows({
  entries,
  controls,
  direction,
}: Pick<Board, "entries" | "controls" | "direction">): BoardRow[] {
  const rows = entries.map((entry): BoardRow => ({ kind: "entry", entry, shared: isShared(entry, entries) }));
  for (const control of controls) {
    const at = rows.findIndex((row) => isBehind(scoreOf(row), control.score, direction));
    rows.splice(at === -1 ? rows.length : at, 0, { kind: "control", control });
  }
  return rows;
}

/** Whether another team has the same rank. */
function isShared({ rank, id }: BoardEntry, entries: readonly BoardEntry[]): boolean {
  return rank !== null && entries.some((other) => other.rank === rank && other.id !== id);
}

function scoreOf(row: BoardRow): number | null {
  return row.kind === "entry" ? row.entry.score : row.control.score;
}

function isBehind(score: number | null, other: number | null, direction: Board["direction"]): boolean {
  if (other === null) return false;
  if (score === null) return true;
  return direction === "maximize" ? score < other : score > other;
}
