/** What decides which rows of a session are given up. */
export interface RowChoice {
  readonly rowIds: readonly string[];
  /** Values of the columns whose shares should stay: one list a column. */
  readonly classes: readonly Float64Array[];
}

/**
 * Which rows a session keeps, ascending. Drawn by row id, a keyed hash, so that nobody without the key can tell which
 * were given up; every class keeps its share to within a row.
 */
export function keptRows({ rowIds, classes }: RowChoice, kept: number): Uint32Array {
  if (kept >= rowIds.length) return Uint32Array.from(rowIds, (_, i) => i);
  const members = new Map<string, number[]>();
  rowIds.forEach((_, i) => {
    const label = classes.map((values) => values[i]).join();
    const rows = members.get(label);
    if (rows === undefined) members.set(label, [i]);
    else rows.push(i);
  });
  const byId = (a: number, b: number) => ((rowIds[a] ?? "") < (rowIds[b] ?? "") ? -1 : 1);
  const placed = [...members.values()].flatMap((rows) =>
    rows.sort(byId).map((row, rank) => ({ row, share: (rank + 0.5) / rows.length })),
  );
  placed.sort((a, b) => a.share - b.share || byId(a.row, b.row));
  return Uint32Array.from(placed.slice(0, kept), ({ row }) => row).sort();
}
