import { meanOf, samplesIn, type SecondsRange, type Windows } from "./windows.ts";

export interface PethOptions {
  /** Seconds whose mean is taken off each window and column; null leaves the values as they are. */
  readonly baseline?: SecondsRange | null;
}

/** Mean over windows around an event; each array is samples x columns, `mean[s * columns.length + c]`. */
export interface Peth {
  readonly mean: Float64Array;
  /** Standard error of the mean, `std(ddof=1) / sqrt(n)`; NaN where n < 2. */
  readonly sem: Float64Array;
  /** Windows that had a value there. */
  readonly n: Int32Array;
  readonly samples: number;
  readonly columns: readonly string[];
  /** Seconds from the event, one a sample. */
  readonly time: Float64Array;
}

/**
 * Peri-event time histogram: mean, standard error and n over windows at each sample and column. NaN values are left
 * out; a window whose whole baseline is NaN is left out of that column.
 *
 * @throws BraidynError `TABLE_WINDOW` when the baseline leaves the windows.
 */
export function peth(windows: Windows, { baseline = [-0.5, 0] }: PethOptions = {}): Peth {
  const width = windows.columns.length;
  const cells = windows.samples * width;
  const offsets = baselines(windows, baseline);
  const n = new Int32Array(cells);
  const mean = new Float64Array(cells);
  const squares = new Float64Array(cells);
  for (let w = 0; w < windows.count; w++) {
    for (let cell = 0; cell < cells; cell++) {
      const value =
        (windows.data[w * cells + cell] as number) - (offsets[w * width + (cell % width)] as number);
      if (!Number.isNaN(value)) accumulate(value, cell, n, mean, squares);
    }
  }
  return {
    mean: mean.map((value, cell) => (n[cell] ? value : NaN)),
    sem: squares.map((sum, cell) => standardError(sum, n[cell] as number)),
    n,
    samples: windows.samples,
    columns: windows.columns,
    time: windows.time,
  };
}

/** Mean of each window's baseline, windows x columns; 0 without one. */
export function baselines(windows: Windows, baseline: SecondsRange | null): Float64Array {
  const width = windows.columns.length;
  const offsets = new Float64Array(windows.count * width);
  if (baseline === null) return offsets;
  const { start, end } = samplesIn(windows, baseline);
  return offsets.map((_, i) => meanOf(windows, Math.floor(i / width), start, end, i % width));
}

/** Welford's update: stable for dF/F riding on a large offset. Source: Welford 1962, Technometrics 4(3). */
function accumulate(
  value: number,
  cell: number,
  n: Int32Array,
  mean: Float64Array,
  squares: Float64Array,
): void {
  const count = (n[cell] as number) + 1;
  const before = value - (mean[cell] as number);
  const updated = (mean[cell] as number) + before / count;
  n[cell] = count;
  mean[cell] = updated;
  squares[cell] = (squares[cell] as number) + before * (value - updated);
}

function standardError(squares: number, n: number): number {
  return n < 2 ? NaN : Math.sqrt(squares / (n - 1) / n);
}
