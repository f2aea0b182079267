/** The 22 areas of a hemisphere, by name. */
const areas =
  "AUDp AUDs MOp MOs OB RSPagl RSPd SSp_bfd SSp_ll SSp_m SSp_n SSp_tr SSp_ul SSp_un SSs VISa VISal VISam VISl VISp VISpm VISrl".split(
    " ",
  );

/** Regions as `canonicalRegions` orders those of the dataset: all left, then all right, by name. */
export const regionOrder: readonly string[] = ["l", "r"].flatMap((side) =>
  areas.map((area) => `${area}_${side}`),
);

/** Columns of the regions of some areas, in both hemispheres. */
export function columnsOf(names: readonly string[]): number[] {
  return regionOrder.flatMap((region, column) => (names.includes(region.slice(0, -2)) ? [column] : []));
}
