/** Below this many values a comparison sort beats the radix sort's fixed cost. */
const SMALL = 48;

/**
 * 11-bit digits: three of them hold the upper 32 bits of a key, and their counters stay in the fastest cache. For fewer
 * values than counters, 8 bits: a pass more, but far less to count through.
 */
function digitBits(values: number): number {
  return values < 4096 ? 8 : 11;
}

/**
 * The indices that sort finite `values` from smallest to largest; equal values (0 and -0 are equal) keep their order.
 *
 * Large inputs go through a radix sort on the upper halves of order-preserving 64-bit keys; the few neighbours that
 * share an upper half are then put in order by value.
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  return values.length < SMALL ? comparedOrder(values) : radixOrder(values);
}

function comparedOrder(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}

function radixOrder(values: Float64Array): Uint32Array {
  const count = values.length;
  let keys = upperKeys(values);
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let otherKeys = new Uint32Array(count);
  let otherOrder = new Uint32Array(count);
  const bits = digitBits(count);
  const mask = (1 << bits) - 1;
  for (let shift = 0; shift < 32; shift += bits) {
    const starts = digitStarts(keys, shift, mask);
    if (starts === null) continue;
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      const to = starts[(key >>> shift) & mask]!++;
      otherKeys[to] = key;
      otherOrder[to] = order[i]!;
    }
    [keys, otherKeys] = [otherKeys, keys];
    [order, otherOrder] = [otherOrder, order];
  }
  settleEqualKeys(values, keys, order);
  return order;
}

/** Upper 32 bits of each value, mapped so that unsigned order is numeric order. Adding 0 turns -0 into 0. */
function upperKeys(values: Float64Array): Uint32Array<ArrayBuffer> {
  const keys = new Uint32Array(values.length);
  const one = new Float64Array(1);
  const bits = new Int32Array(one.buffer);
  one[0] = 1;
  const upper = bits[1] === 0 ? 0 : 1; // 1 on little-endian machines
  for (let i = 0; i < values.length; i++) {
    one[0] = values[i]! + 0;
    const high = bits[upper]!;
    keys[i] = high < 0 ? ~high : high ^ 0x80000000;
  }
  return keys;
}

/** Where each digit's keys begin once sorted; null when all keys share the digit and the pass can be left out. */
function digitStarts(keys: Uint32Array, shift: number, mask: number): Uint32Array | null {
  const counts = new Uint32Array(mask + 1);
  for (let i = 0; i < keys.length; i++) counts[(keys[i]! >>> shift) & mask]!++;
  if (counts[(keys[0]! >>> shift) & mask] === keys.length) return null;
  let next = 0;
  for (let digit = 0; digit <= mask; digit++) {
    const here = counts[digit]!;
    counts[digit] = next;
    next += here;
  }
  return counts;
}

/** Orders each run of equal upper halves by the whole value. */
function settleEqualKeys(values: Float64Array, keys: Uint32Array, order: Uint32Array): void {
  let from = 0;
  for (let i = 1; i <= keys.length; i++) {
    if (i < keys.length && keys[i] === keys[from]) continue;
    if (i - from > 1) settleRun(values, order, from, i);
    from = i;
  }
}

/** Insertion sort up to 32 values; longer runs that are out of order, which only unusual data has, by comparison. */
function settleRun(values: Float64Array, order: Uint32Array, from: number, to: number): void {
  if (to - from > 32) {
    if (!isSorted(values, order, from, to)) {
      order.subarray(from, to).sort((a, b) => values[a]! - values[b]! || a - b);
    }
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const row = order[i]!;
    const value = values[row]!;
    let j = i - 1;
    while (j >= from && values[order[j]!]! > value) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = row;
  }
}

function isSorted(values: Float64Array, order: Uint32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    if (values[order[i - 1]!]! > values[order[i]!]!) return false;
  }
  return true;
}
