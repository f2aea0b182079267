import { BraidynError } from "@braidyn/core";
import { checkLength } from "./check-length.ts";

/** Rows whose predicted probability is alike. */
export interface CalibrationBin {
  /** Probabilities `from <= p < to`; the last bin has its end too. */
  readonly from: number;
  readonly to: number;
  /** Mean of the predicted probabilities. */
  readonly predicted: number;
  /** Fraction of the rows whose truth is 1, and its 95 % interval. */
  readonly observed: number;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
}

/**
 * Rows in `bins` equal parts of [0, 1] by their predicted probability, as scikit-learn's `calibration_curve`; parts
 * without a row are left out, and so are rows without a score. The interval is Wilson's (Wilson 1927, JASA 22).
 *
 * @param truth 0 or 1 a row.
 * @throws BraidynError `PLOT_SHAPE`, `PLOT_PROBABILITY` for a score outside [0, 1].
 */
export function calibrationBins(
  truth: ArrayLike<number>,
  score: ArrayLike<number>,
  bins = 10,
): CalibrationBin[] {
  checkLength("score", score.length, truth.length);
  const sums = Array.from({ length: bins }, (_, b) => ({
    from: b / bins,
    to: (b + 1) / bins,
    rows: 0,
    ones: 0,
    predicted: 0,
  }));
  for (let i = 0; i < truth.length; i++) {
    const probability = score[i] as number;
    if (probability < 0 || probability > 1)
      throw new BraidynError("PLOT_PROBABILITY", { index: i, found: probability });
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (bin === undefined) continue; // NaN is in no bin
    bin.rows++;
    bin.ones += truth[i] as number;
    bin.predicted += probability;
  }
  return sums
    .filter(({ rows }) => rows > 0)
    .map(({ from, to, rows, ones, predicted }) => ({
      ...{ from, to, rows, predicted: predicted / rows, observed: ones / rows },
      ...wilson(ones, rows),
    }));
}

/** 97.5 % of the normal distribution. */
const z = 1.959963984540054;

function wilson(ones: number, rows: number): { low: number; high: number } {
  const fraction = ones / rows;
  const middle = fraction + (z * z) / (2 * rows);
  const half = z * Math.sqrt((fraction * (1 - fraction)) / rows + (z * z) / (4 * rows * rows));
  const shrink = 1 + (z * z) / rows;
  return { low: Math.max(0, (middle - half) / shrink), high: Math.min(1, (middle + half) / shrink) };
}
