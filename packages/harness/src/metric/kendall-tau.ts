import { ascendingOrder } from "./order.ts";
import { averageRanks } from "./ranks.ts";
import { isConstant, varyingRows } from "./regression.ts";
import type { Numbers } from "./rows.ts";

/**
 * Kendall's tau-b: (concordant - discordant pairs) / sqrt(pairs not tied in truth * pairs not tied in prediction).
 * A constant prediction scores 0. Source: SciPy `kendalltau`; Knight 1966 counts in n log n.
 *
 * @throws BraidynError as `pearson`.
 */
export function kendallTauB(truth: Numbers, prediction: Numbers): number {
  const rows = varyingRows(truth, prediction);
  if (isConstant(rows.prediction)) return 0;
  const x = averageRanks(rows.truth);
  const y = averageRanks(rows.prediction);
  const order = orderByBoth(x, y);
  const pairs = (rows.count * (rows.count - 1)) / 2;
  const tiedX = tiedPairs(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const tiedY = tiedPairs(ascendingOrder(y), (a, b) => y[a] === y[b]);
  const discordant = inversions(Float64Array.from(order, (row) => y[row]!));
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  const tau = difference / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY);
  return Math.max(-1, Math.min(1, tau));
}

/** By x, ties by y: a stable sort by y, then one by x. */
function orderByBoth(x: Float64Array, y: Float64Array): Uint32Array {
  const byY = ascendingOrder(y);
  const byX = ascendingOrder(Float64Array.from(byY, (row) => x[row]!));
  return byX.map((position) => byY[position]!);
}

/** Pairs of neighbours in `order` that are the same. */
function tiedPairs(order: Uint32Array, same: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && same(order[from]!, order[to]!)) continue;
    pairs += ((to - from) * (to - from - 1)) / 2;
    from = to;
  }
  return pairs;
}

/** Pairs that stand in falling order, by merge sort; `values` end up sorted. */
function inversions(values: Float64Array): number {
  let from = values;
  let to = new Float64Array(values.length);
  let total = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) total += merge(from, to, start, width);
    [from, to] = [to, from as Float64Array<ArrayBuffer>];
  }
  return total;
}

function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  let inverted = 0;
  for (let i = start; i < end; i++) {
    if (right >= end || (left < middle && from[left]! <= from[right]!)) {
      to[i] = from[left++]!;
    } else {
      inverted += middle - left;
      to[i] = from[right++]!;
    }
  }
  return inverted;
}
