import { baselines } from "./peth.ts";
import { meanOf, samplesIn, type SecondsRange, type Windows } from "./windows.ts";

export interface FeatureOptions {
  /** Seconds whose mean is the feature. */
  readonly range?: SecondsRange;
  /** Seconds whose mean is taken off it; null takes nothing off. */
  readonly baseline?: SecondsRange | null;
}

/** One number a window and column. */
export interface Features {
  /** count x columns: `data[w * columns.length + c]`. */
  readonly data: Float64Array;
  readonly count: number;
  readonly columns: readonly string[];
  /** Which event each row is of. */
  readonly kept: Int32Array;
}

/**
 * Mean over `range` minus mean over `baseline`, a window and column; NaN values are left out.
 *
 * @throws BraidynError `TABLE_WINDOW` when a range leaves the windows.
 */
export function features(
  windows: Windows,
  { range = [0, 1], baseline = [-0.5, 0] }: FeatureOptions = {},
): Features {
  const { start, end } = samplesIn(windows, range);
  const width = windows.columns.length;
  const data = baselines(windows, baseline).map(
    (offset, i) => meanOf(windows, Math.floor(i / width), start, end, i % width) - offset,
  );
  return { data, count: windows.count, columns: windows.columns, kept: windows.kept };
}
