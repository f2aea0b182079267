/** Pearson's correlation of two columns over rows where both are finite, and how many those are. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): { r: number; n: number } {
  let [n, sumA, sumB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) continue;
    n++;
    sumA += a[i] as number;
    sumB += b[i] as number;
  }
  const [meanA, meanB] = [sumA / n, sumB / n];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) continue;
    const [da, db] = [(a[i] as number) - meanA, (b[i] as number) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  // rounding leaves equal values a tiny variance
  const flat = aa <= 1e-24 * n * meanA * meanA || bb <= 1e-24 * n * meanB * meanB || aa === 0 || bb === 0;
  return { r: flat ? 0 : ab / Math.sqrt(aa * bb), n };
}

/** How many standard deviations a correlation lies from 0 where there is none. */
export function correlationZ({ r, n }: { readonly r: number; readonly n: number }): number {
  return n < 4 ? 0 : Math.abs(r) * Math.sqrt(n - 1);
}

/**
 * How often a correlation this strong comes about by chance, two-sided, for normal values: the tail of the beta
 * distribution, right for strong correlations of however few pairs, too large by 1 / |r| for weak ones.
 */
export function chanceOf({ r, n }: { readonly r: number; readonly n: number }): number {
  if (n < 4 || r === 0) return 1;
  const a = (n - 2) / 2;
  // B(a, 1/2) by the ratio of gamma functions, to a percent
  return Math.min(
    1,
    ((1 - Math.min(1, r * r)) ** a * Math.sqrt(a - 0.25)) / (a * Math.sqrt(Math.PI) * Math.abs(r)),
  );
}

/** Whether it does not, so many correlations being looked at. */
export function isNoAccident(found: { readonly r: number; readonly n: number }, tests: number): boolean {
  return chanceOf(found) * tests < 1e-4;
}

/** Average ranks from 1; NaN where a value is. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const known = Array.from(values, (_, i) => i).filter((i) => !Number.isNaN(values[i]));
  const order = known.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length).fill(NaN);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/**
 * How far a column of labels and a two-valued truth are from independent: Pearson's chi-squared in standard deviations
 * of the normal distribution. Labels that are rare are taken together. Source: Wilson & Hilferty 1931.
 */
export function chiSquaredZ(labels: readonly string[], classes: readonly number[]): number {
  const counts = new Map<string, [number, number]>();
  const total: [number, number] = [0, 0];
  labels.forEach((label, i) => {
    const side = classes[i] === 1 ? 1 : 0;
    const cell = counts.get(label) ?? [0, 0];
    cell[side]++;
    total[side]++;
    counts.set(label, cell);
  });
  const n = total[0] + total[1];
  const cells: [number, number][] = [];
  const rare: [number, number] = [0, 0];
  for (const cell of counts.values()) {
    if (cell[0] + cell[1] >= 5) cells.push(cell);
    else rare.forEach((_, side) => (rare[side]! += cell[side]!));
  }
  if (rare[0] + rare[1] >= 5) cells.push(rare);
  if (cells.length < 2 || total[0] === 0 || total[1] === 0) return 0;
  let chi2 = 0;
  for (const cell of cells) {
    for (const side of [0, 1] as const) {
      const expected = ((cell[0] + cell[1]) * total[side]) / n;
      chi2 += (cell[side] - expected) ** 2 / expected;
    }
  }
  const spread = 2 / (9 * (cells.length - 1));
  return (Math.cbrt(chi2 / (cells.length - 1)) - (1 - spread)) / Math.sqrt(spread);
}

/** Truth as two classes: as it is, or above its median. Null where there is only one. */
export function asClasses(truth: ArrayLike<number>): { rows: number[]; classes: number[] } | null {
  const rows = Array.from(truth, (_, row) => row).filter((row) => !Number.isNaN(truth[row]));
  const sorted = rows.map((row) => truth[row] as number).sort((a, b) => a - b);
  const binary = sorted.every((value) => value === 0 || value === 1);
  const middle = binary ? 0.5 : (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
  const classes = rows.map((row) => Number((truth[row] as number) > middle));
  return classes.includes(0) && classes.includes(1) ? { rows, classes } : null;
}
