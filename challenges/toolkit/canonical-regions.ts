import type { RegionSeries } from "@braidyn/nwb";

/** The same series with regions in one order for every session, left before right and by name: files may differ. */
export function canonicalRegions(series: RegionSeries): RegionSeries {
  const { regions, data } = series;
  const order = regions.map((_, i) => i).sort((a, b) => compare(regions[a] as string, regions[b] as string));
  if (order.every((from, to) => from === to)) return series;
  const width = regions.length;
  const sorted = data.map((_, i) => data[i - (i % width) + (order[i % width] as number)] as number);
  return { ...series, data: sorted, regions: order.map((i) => regions[i] as string) };
}

function compare(a: string, b: string): number {
  const [hemisphereA, hemisphereB] = [a.slice(-2), b.slice(-2)];
  if (hemisphereA !== hemisphereB) return hemisphereA < hemisphereB ? -1 : 1;
  return a < b ? -1 : 1;
}
