/**
 * Means over `bins` equal stretches of samples of n x columns values, row by row; NaN is left out, and a bin of nothing
 * else is NaN. With fewer samples than bins, every sample is a bin.
 */
export function binRows(
  data: ArrayLike<number>,
  columns: number,
  bins: number,
): { readonly bins: number; readonly data: Float64Array } {
  const samples = columns === 0 ? 0 : Math.floor(data.length / columns);
  const count = Math.min(bins, samples);
  const means = new Float64Array(count * columns);
  for (let b = 0; b < count; b++) {
    const start = Math.floor((b * samples) / count);
    const end = Math.floor(((b + 1) * samples) / count);
    for (let c = 0; c < columns; c++) means[b * columns + c] = meanOf(data, columns, start, end, c);
  }
  return { bins: count, data: means };
}

function meanOf(
  data: ArrayLike<number>,
  columns: number,
  start: number,
  end: number,
  column: number,
): number {
  let [sum, count] = [0, 0];
  for (let s = start; s < end; s++) {
    const value = data[s * columns + column] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
