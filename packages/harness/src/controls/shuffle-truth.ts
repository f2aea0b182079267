import type { Random } from "../random.ts";

/**
 * Truth that has nothing to do with its rows any more: shuffled within sessions; where it never differs within a
 * session, as a day does, the sessions' values are shuffled among them. NaN stays where it is.
 *
 * @param sessions the session of each row.
 */
export function shuffleTruth(truth: Float64Array, sessions: readonly string[], random: Random): Float64Array {
  const rowsOf = new Map<string, number[]>();
  sessions.forEach((session, row) => {
    if (Number.isNaN(truth[row])) return;
    const rows = rowsOf.get(session);
    if (rows === undefined) rowsOf.set(session, [row]);
    else rows.push(row);
  });
  const groups = [...rowsOf.values()];
  const varies = groups.some((rows) => rows.some((row) => truth[row] !== truth[rows[0] ?? 0]));
  const shuffled = Float64Array.from(truth);
  if (varies) {
    for (const rows of groups) {
      random.shuffle(rows).forEach((from, i) => (shuffled[rows[i] as number] = truth[from] as number));
    }
    return shuffled;
  }
  const values = random.shuffle(groups.map((rows) => truth[rows[0] ?? 0] as number));
  groups.forEach((rows, g) => rows.forEach((row) => (shuffled[row] = values[g] as number)));
  return shuffled;
}
