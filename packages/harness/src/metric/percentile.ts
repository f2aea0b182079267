import { BraidynError } from "@braidyn/core";
import { finitePrediction, type Numbers } from "./rows.ts";

/**
 * The value below which `percent` % of `values` lie, interpolated linearly between neighbours.
 * Source: numpy `percentile(method="linear")`.
 *
 * @param percent 0 (the smallest) to 100 (the largest).
 * @throws BraidynError `METRIC_EMPTY`, `METRIC_NOT_FINITE`; RangeError for another `percent`.
 */
export function percentile(values: Numbers, percent: number): number {
  if (values.length === 0) throw new BraidynError("METRIC_EMPTY", {});
  return percentileOfSorted(finitePrediction(values).toSorted(), percent);
}

/** The same for at least one value, already sorted. */
export function percentileOfSorted(sorted: Float64Array, percent: number): number {
  if (!(percent >= 0 && percent <= 100))
    throw new RangeError(`percent must be within [0, 100], not ${percent}`);
  const position = (percent / 100) * (sorted.length - 1);
  const below = Math.floor(position);
  const from = sorted[below]!;
  const to = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = position - below;
  // From the nearer side, as numpy does: both ends are then met exactly.
  return share < 0.5 ? from + (to - from) * share : to - (to - from) * (1 - share);
}
