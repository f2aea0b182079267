import { features, peth } from "@braidyn/tables";
import type { RegionValues } from "../kinds/cortex-map.ts";
import type { WindowGroup } from "./read-windows.ts";

/** What a map is coloured by: `range` seconds after the event minus the baseline, averaged over windows. */
export interface CortexOptions {
  readonly range?: readonly [from: number, to: number];
  readonly baseline?: readonly [from: number, to: number] | null;
}

/** One value a region: the mean over windows of mean(range) - mean(baseline). @throws BraidynError `TABLE_WINDOW`. */
export function meanValues(
  { windows }: WindowGroup,
  { range = [0, 1], baseline = [-0.5, 0] }: CortexOptions = {},
): RegionValues {
  const { data, columns, count } = features(windows, { range, baseline });
  const values = columns.map((_, c) => {
    const known = Array.from({ length: count }, (_, w) => data[w * columns.length + c] as number).filter(
      (v) => !Number.isNaN(v),
    );
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  return { regions: columns, values };
}

/** The mean over windows at every sample, for a map that moves. `labelOf` writes the seconds of a frame. */
export function movingValues(
  { windows }: WindowGroup,
  { baseline = [-0.5, 0] }: CortexOptions,
  labelOf: (seconds: number) => string,
): RegionValues {
  const { mean, columns, time } = peth(windows, { baseline });
  return { regions: columns, values: mean, frames: Array.from(time, labelOf) };
}
