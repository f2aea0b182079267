import { areas, regions } from "../regions.ts";

/** Where the regions lie in the image. */
export interface Masks {
  readonly size: number;
  /** regions x size x size, 1 inside the region. */
  readonly data: Uint8Array;
}

/** The brain in the image, as fractions of its width and height: from the midline, from the top. */
const halfWidth = 0.46;
const middle = 0.57;
const halfLength = 0.4;
const gap = 0.02;
const bulb = { lateral: 0.17, back: 0.09, width: 0.13, length: 0.075 };

/**
 * A stylised dorsal cortex, mirrored left and right: every pixel inside the outline belongs to the nearest area.
 *
 * @param size height and width of the image, pixels.
 */
export function drawMasks(size: number): Masks {
  const data = new Uint8Array(regions.length * size * size);
  const centre = (size - 1) / 2;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < centre; column++) {
      const area = areaAt((centre - column) / (halfWidth * size), row / (size - 1));
      if (area === null) continue;
      const mirrored = size - 1 - column;
      data[(area * size + row) * size + column] = 1;
      data[((areas.length + area) * size + row) * size + mirrored] = 1;
    }
  }
  return { size, data };
}

const olfactoryBulb = areas.findIndex(({ name }) => name === "OB");

function areaAt(lateral: number, back: number): number | null {
  const inBulb = ((lateral - bulb.lateral) / bulb.width) ** 2 + ((back - bulb.back) / bulb.length) ** 2 <= 1;
  if (inBulb) return olfactoryBulb;
  const inside = lateral ** 2 + ((back - middle) / halfLength) ** 2 <= 1 && lateral > gap;
  return inside ? nearestArea(lateral, back) : null;
}

function nearestArea(lateral: number, back: number): number {
  let nearest = 0;
  let least = Infinity;
  areas.forEach(({ place }, a) => {
    const distance = ((lateral - place[0]) * halfWidth) ** 2 + (back - place[1]) ** 2;
    if (a !== olfactoryBulb && distance < least) [nearest, least] = [a, distance];
  });
  return nearest;
}
