/** A line's points. */
export interface LinePoints {
  readonly time: Float64Array;
  readonly values: Float64Array;
}

/**
 * A line that looks the same at `buckets` pixels of width with at most four points a bucket: the first, last, least and
 * greatest value of equal stretches of samples. NaN is left out, but a stretch of nothing else leaves one, so that the
 * line breaks there. A line of fewer points stays as it is.
 * Source: Jugel et al. 2014, "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 7(10).
 */
export function reduceLine(time: ArrayLike<number>, values: ArrayLike<number>, buckets: number): LinePoints {
  const count = Math.min(time.length, values.length);
  if (count <= 4 * buckets) return { time: Float64Array.from(time), values: Float64Array.from(values) };
  const kept: number[] = [];
  for (let b = 0; b < buckets; b++) {
    const start = Math.floor((b * count) / buckets);
    const end = Math.floor(((b + 1) * count) / buckets);
    kept.push(...telling(values, start, end));
  }
  return {
    time: Float64Array.from(kept, (i) => time[i] as number),
    values: Float64Array.from(kept, (i) => values[i] as number),
  };
}

/** Indices in `[start, end)` of the first, least, greatest and last value, ascending. */
function telling(values: ArrayLike<number>, start: number, end: number): number[] {
  let [first, last, least, greatest] = [-1, -1, -1, -1];
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    if (first < 0) first = least = greatest = i;
    last = i;
    if (value < (values[least] as number)) least = i;
    if (value > (values[greatest] as number)) greatest = i;
  }
  if (first < 0) return [start];
  return [...new Set([first, least, greatest, last])].sort((a, b) => a - b);
}
