/** Sessions that share a size, at least where that costs no more than {@link leastKept} allows. */
const together = 5;

/** Of its rows a session keeps at least this share. */
const leastKept = 0.75;

/**
 * How many rows each test session keeps. All data of this project are public, so whoever counts the rows that each
 * session would give could tell sessions apart by their number of rows; sessions of similar size are therefore made
 * equal, in groups of five where no session has to give up more than a quarter of its rows, with as few rows lost as
 * that allows. What remains is measured by `braidyn challenge leak`.
 *
 * @param counts rows of each session, in any order.
 * @returns rows kept, in the same order.
 */
export function sharedSizes(counts: readonly number[]): number[] {
  const sizes = [...new Set(counts)].sort((a, b) => b - a);
  const sessionsOf = new Map<number, number>();
  for (const count of counts) sessionsOf.set(count, (sessionsOf.get(count) ?? 0) + 1);
  const groups = cheapestGroups(sizes, (size) => sessionsOf.get(size) ?? 0);
  const kept = new Map(groups.flatMap((group) => group.map((size) => [size, group.at(-1) ?? size] as const)));
  return counts.map((count) => kept.get(count) ?? count);
}

/** Cuts sizes, the largest first, into stretches: the cost of a cut is what is lost, and dearly what is too few. */
function cheapestGroups(sizes: readonly number[], sessions: (size: number) => number): number[][] {
  const best: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= sizes.length; end++) {
    const least = sizes[end - 1] ?? 0;
    let found = { cost: Infinity, start: end - 1 };
    let [members, rows] = [0, 0];
    for (let start = end - 1; start >= 0; start--) {
      const size = sizes[start] ?? 0;
      if (start < end - 1 && least < leastKept * size) break;
      members += sessions(size);
      rows += sessions(size) * size;
      const lost = rows - members * least;
      // a session that stands out costs more than any that shares its size could lose
      const standsOut = Math.max(0, together - members) * rows;
      const cost = (best[start]?.cost ?? 0) + lost + standsOut;
      if (cost < found.cost) found = { cost, start };
    }
    best.push(found);
  }
  const groups: number[][] = [];
  for (let end = sizes.length; end > 0; end = best[end]?.start ?? 0) {
    groups.unshift(sizes.slice(best[end]?.start ?? 0, end));
  }
  return groups;
}
