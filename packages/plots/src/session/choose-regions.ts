import { BraidynError, closestName } from "@braidyn/core";
import type { RegionSeries, Session } from "@braidyn/nwb";

/**
 * The wanted regions; a name without a hemisphere stands for both. Default: all.
 *
 * @throws BraidynError `PLOT_REGION`, with the closest name there is.
 */
export function chooseRegions(session: Session, wanted: readonly string[] | undefined): readonly string[] {
  if (wanted === undefined) return session.regions;
  return [...new Set(wanted.flatMap((name) => named(session, name)))];
}

function named({ regions, info }: Session, name: string): string[] {
  const found = regions.includes(name)
    ? [name]
    : [`${name}_l`, `${name}_r`].filter((side) => regions.includes(side));
  if (found.length > 0) return found;
  throw new BraidynError("PLOT_REGION", {
    ...{ path: info.path, found: name, closest: closestName(name, regions) },
    available: regions.join(", ") || "–",
  });
}

/** Only those columns, in that order. */
export function onlyRegions(series: RegionSeries, regions: readonly string[]): RegionSeries {
  const { data, regions: all, time } = series;
  if (regions.length === all.length && regions.every((name, i) => name === all[i])) return series;
  const from = regions.map((name) => all.indexOf(name));
  const picked = new Float64Array(time.length * from.length);
  for (let i = 0; i < time.length; i++) {
    for (const [column, source] of from.entries()) {
      picked[i * from.length + column] = data[i * all.length + source] as number;
    }
  }
  return { ...series, data: picked, regions };
}
