/** Where a region's panel stands, from 0. */
export interface Panel {
  readonly row: number;
  readonly column: number;
}

/** Panels of many regions. */
export interface Arrangement {
  readonly panels: ReadonlyMap<string, Panel>;
  readonly rows: number;
  readonly columns: number;
  /** Whether right hemispheres stand under left ones. */
  readonly paired: boolean;
}

const mostColumns = 11;

/**
 * One panel a region, in the order given. Where every region has one hemisphere's ending (`MOp_l`, `MOp_r`), an area's
 * right panel stands under its left one: 44 regions are four rows of eleven.
 */
export function arrangePanels(regions: readonly string[]): Arrangement {
  const areas = [...new Set(regions.map(areaOf))];
  const paired =
    regions.length > 1 && regions.every((region) => /_[lr]$/.test(region)) && regions.length > areas.length;
  const places = paired ? pairs(regions, areas) : inOrder(regions);
  const at = [...places.values()];
  return {
    ...{ panels: places, paired },
    rows: 1 + Math.max(0, ...at.map(({ row }) => row)),
    columns: 1 + Math.max(0, ...at.map(({ column }) => column)),
  };
}

function areaOf(region: string): string {
  return region.replace(/_[lr]$/, "");
}

function pairs(regions: readonly string[], areas: readonly string[]): Map<string, Panel> {
  const columns = columnsFor(areas.length);
  return new Map(
    regions.map((region) => {
      const area = areas.indexOf(areaOf(region));
      const right = region.endsWith("_r") ? 1 : 0;
      return [region, { row: 2 * Math.floor(area / columns) + right, column: area % columns }];
    }),
  );
}

function inOrder(regions: readonly string[]): Map<string, Panel> {
  const columns = columnsFor(regions.length);
  return new Map(regions.map((region, i) => [region, { row: Math.floor(i / columns), column: i % columns }]));
}

/** One row while they fit, then as few as need be, evenly filled. */
function columnsFor(count: number): number {
  const rows = Math.ceil(count / mostColumns);
  return Math.max(1, Math.ceil(count / Math.max(1, rows)));
}
