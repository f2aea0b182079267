/** What scaling fixes of a column. */
export interface ColumnStatistics {
  /** Values that are finite. */
  readonly n: number;
  readonly mean: number;
  /** Of the values, and as an estimate from a sample (n - 1). */
  readonly deviation: number;
  readonly sampleDeviation: number;
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Statistics of the finite values of a column; a deviation of 0 where there are fewer than four. */
export function columnStatistics(values: readonly number[]): ColumnStatistics {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const middle = (n - 1) / 2;
  return {
    ...{ n, mean },
    deviation: n < 4 || sorted[0] === sorted[n - 1] ? 0 : Math.sqrt(squares / n),
    sampleDeviation: Math.sqrt(squares / (n - 1)),
    median: ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2,
    minimum: sorted[0] ?? NaN,
    maximum: sorted[n - 1] ?? NaN,
  };
}

/**
 * The same, in two passes over values that are too many to hold; without a median.
 *
 * @param visit calls what it is given with every value; called twice.
 */
export function streamedStatistics(visit: (add: (value: number) => void) => void): ColumnStatistics {
  let [n, sum, minimum, maximum] = [0, 0, Infinity, -Infinity];
  visit((value) => {
    if (!Number.isFinite(value)) return;
    n++;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  });
  const mean = sum / n;
  let squares = 0;
  visit((value) => {
    if (Number.isFinite(value)) squares += (value - mean) ** 2;
  });
  return {
    ...{ n, mean, minimum, maximum, median: NaN },
    deviation: n < 4 || minimum === maximum ? 0 : Math.sqrt(squares / n),
    sampleDeviation: Math.sqrt(squares / (n - 1)),
  };
}
