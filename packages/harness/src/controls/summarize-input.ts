/** Parts that the outermost axis is cut into. */
const mostParts = 2;
/** Averages over neighbours beyond this many values a part. */
const mostValues = 48;

/** How many numbers {@link summarizeInput} makes of a row. */
export function summaryLength(inputShape: readonly number[]): number {
  const [outer, inner] = sizesOf(inputShape);
  return Math.min(outer, mostParts) * Math.min(inner, mostValues);
}

/**
 * Each row's input in few numbers: means over halves of its outermost axis, and over neighbours of what is within where
 * that is long. Values that are not finite count as 0.
 *
 * @param input count x inputShape.
 * @returns count x summaryLength.
 */
export function summarizeInput(
  input: ArrayLike<number>,
  count: number,
  inputShape: readonly number[],
): Float64Array {
  const [outer, inner] = sizesOf(inputShape);
  const [parts, values] = [Math.min(outer, mostParts), Math.min(inner, mostValues)];
  const sums = new Float64Array(count * parts * values);
  const counts = new Float64Array(parts * values);
  for (let row = 0; row < count; row++) {
    for (let o = 0; o < outer; o++) {
      const part = Math.floor((o * parts) / outer);
      for (let i = 0; i < inner; i++) {
        const cell = part * values + Math.floor((i * values) / inner);
        const value = input[(row * outer + o) * inner + i] as number;
        if (row === 0) counts[cell]!++;
        if (Number.isFinite(value)) sums[row * counts.length + cell]! += value;
      }
    }
  }
  return sums.map((sum, i) => sum / (counts[i % counts.length] || 1));
}

function sizesOf(inputShape: readonly number[]): [outer: number, inner: number] {
  const [first = 1, ...rest] = inputShape;
  const inner = rest.reduce((product, size) => product * size, 1);
  return rest.length === 0 ? [1, first] : [first, inner];
}
