import { finding, type LeakFinding } from "./finding.ts";
import { sketchLength, type RowDigest } from "./row-digest.ts";

/** Rows of two groups that are compared, and what to call them. */
export interface Compared {
  readonly name: string;
  readonly digest: RowDigest;
  /** Rows of the digest that belong to the group. */
  readonly rows: readonly number[];
  /** The session of each row of the digest. */
  readonly sessions: readonly string[];
}

/** Rows, stretches of samples and nearly equal rows that two groups have in common. */
export function duplicateLeaks(first: Compared, second: Compared): LeakFinding[] {
  const between = { first: first.name, second: second.name };
  const same = equalRows(first, second);
  if (same > 0)
    return [finding("leak", "LEAK_DUPLICATE", { ...between, rows: same, of: second.rows.length })];
  const overlapping = overlappingRows(first, second);
  if (overlapping > 0) {
    return [finding("leak", "LEAK_OVERLAP", { ...between, rows: overlapping, of: second.rows.length })];
  }
  const near = nearRows(first, second);
  return near === 0
    ? []
    : [finding("leak", "LEAK_NEAR_DUPLICATE", { ...between, rows: near, of: second.rows.length })];
}

function equalRows(first: Compared, second: Compared): number {
  const known = new Set(first.rows.map((row) => first.digest.hashes[row] as number));
  known.delete(NaN);
  return second.rows.filter((row) => known.has(second.digest.hashes[row] as number)).length;
}

function overlappingRows(first: Compared, second: Compared): number {
  const known = new Set<number>();
  each(first, (hash) => void known.add(hash));
  const overlapping = new Set<number>();
  each(second, (hash, row) => void (known.has(hash) && overlapping.add(row)));
  return overlapping.size;
}

function each({ digest, rows }: Compared, visit: (hash: number, row: number) => void): void {
  const { stretches, stretchesPerRow } = digest;
  for (const row of rows) {
    for (let i = row * stretchesPerRow; i < (row + 1) * stretchesPerRow; i++) {
      const hash = stretches[i] as number;
      if (!Number.isNaN(hash)) visit(hash, row);
    }
  }
}

/** Squared distance of two shapes below which they may be one: a correlation above .99. */
const nearSquared = 0.02;
/** A pair counts when it is this much nearer than any two rows of different sessions of the first group. */
const nearer = 0.1;

function nearRows(first: Compared, second: Compared): number {
  if (!first.digest.comparable || !second.digest.comparable) return 0;
  const usual = Math.min(nearSquared, nearer * nearestAmongOthers(first));
  const sorted = byFirstCoordinate(first);
  return second.rows.filter((row) => nearestDistance(second, row, sorted, first, usual, null) < usual).length;
}

/** Rows looked at to learn how near two rows of different sessions usually come. */
const usualRows = 400;

function nearestAmongOthers(group: Compared): number {
  const sorted = byFirstCoordinate(group);
  const step = Math.max(1, Math.floor(group.rows.length / usualRows));
  let nearest = Infinity;
  for (let i = 0; i < group.rows.length; i += step) {
    const row = group.rows[i] as number;
    nearest = Math.min(
      nearest,
      nearestDistance(group, row, sorted, group, Infinity, group.sessions[row] ?? ""),
    );
  }
  return nearest;
}

function byFirstCoordinate({ digest, rows }: Compared): number[] {
  return [...rows].sort((a, b) => at(digest, a, 0) - at(digest, b, 0));
}

/** Squared distance to the nearest row of `among`; rows of `notOf` are passed over. */
function nearestDistance(
  from: Compared,
  row: number,
  sorted: readonly number[],
  among: Compared,
  limit: number,
  notOf: string | null,
): number {
  const own = at(from.digest, row, 0);
  const start = firstAtOrAbove(sorted, among.digest, own);
  let nearest = limit;
  // away from the row's own place in both directions, until one coordinate alone is too far
  for (const direction of [1, -1]) {
    for (let i = direction === 1 ? start : start - 1; i >= 0 && i < sorted.length; i += direction) {
      const other = sorted[i] as number;
      const gap = at(among.digest, other, 0) - own;
      if (gap * gap >= nearest) break;
      if (notOf !== null && among.sessions[other] === notOf) continue;
      nearest = Math.min(nearest, distance(from.digest, row, among.digest, other, nearest));
    }
  }
  return nearest;
}

function distance(a: RowDigest, row: number, b: RowDigest, other: number, limit: number): number {
  let sum = 0;
  for (let k = 0; k < sketchLength && sum < limit; k++) sum += (at(a, row, k) - at(b, other, k)) ** 2;
  return sum;
}

function at({ sketches }: RowDigest, row: number, k: number): number {
  return sketches[row * sketchLength + k] as number;
}

function firstAtOrAbove(sorted: readonly number[], digest: RowDigest, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(digest, sorted[middle] as number, 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
