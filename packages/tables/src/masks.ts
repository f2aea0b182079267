import type { ColumnTable } from "arquero";
import type { RegionMasks, Session } from "@braidyn/nwb";
import { categories, newCodes } from "./categories.ts";
import { sessionTable } from "./session-table.ts";

export interface MasksOptions {
  /** Which camera frame the masks lie on: 470 nm (default) or 405 nm. */
  readonly channel?: "blue" | "UV";
}

const measures = ["pixels", "centroid_x", "centroid_y", "x_min", "x_max", "y_min", "y_max"] as const;
type Extent = Record<(typeof measures)[number], number>;

/**
 * Where each region lies in the session's image, one row a region: `region`, `description`, `pixels` (count),
 * `centroid_x`, `centroid_y`, and the first and last column and row it touches (`x_min`, `x_max`, `y_min`, `y_max`), in
 * pixels from the top left one. An empty mask has 0 pixels and NaN for the rest.
 *
 * @throws BraidynError `NWB_MISSING` for a session without masks.
 */
export async function masks(session: Session, selection: MasksOptions = {}): Promise<ColumnTable> {
  const found = await session.masks(selection);
  const { names, descriptions } = found;
  const extents = names.map((_, region) => extent(found, region));
  const codes = newCodes(names.length, names.length).map((_, i) => i);
  return sessionTable(session, names.length, [
    ["region", categories(names, codes)],
    ["description", categories(descriptions, codes)],
    ...measures.map((measure) => [measure, column(measure, extents)] as const),
  ]);
}

function column(measure: keyof Extent, extents: readonly Extent[]): Int32Array | Float64Array {
  const values = extents.map((found) => found[measure]);
  return measure === "pixels" ? Int32Array.from(values) : Float64Array.from(values);
}

function extent({ data, height, width }: RegionMasks, region: number): Extent {
  const found = { ...nothing };
  const start = region * height * width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[start + y * width + x]) addPixel(found, x, y);
    }
  }
  return found;
}

const nothing: Extent = {
  pixels: 0,
  centroid_x: NaN,
  centroid_y: NaN,
  x_min: NaN,
  x_max: NaN,
  y_min: NaN,
  y_max: NaN,
};

function addPixel(found: Extent, x: number, y: number): void {
  const before = found.pixels++;
  if (before === 0) {
    Object.assign(found, { centroid_x: x, centroid_y: y, x_min: x, x_max: x, y_min: y, y_max: y });
    return;
  }
  found.centroid_x += (x - found.centroid_x) / found.pixels;
  found.centroid_y += (y - found.centroid_y) / found.pixels;
  found.x_min = Math.min(found.x_min, x);
  found.x_max = Math.max(found.x_max, x);
  found.y_max = y; // rows come in order, so y_min is the first pixel's
}
