import { describe, expect, test } from "vitest";
import { drawMasks } from "../../src/cortex/masks.ts";
import { regions } from "../../src/regions.ts";

describe.each([48, 64, 96, 144, 288])("masks of %i pixels", (size) => {
  const { data } = drawMasks(size);
  const mask = (region: number) => data.subarray(region * size * size, (region + 1) * size * size);

  test("every region has pixels and none shares one with another", () => {
    const covered = new Uint8Array(size * size);
    regions.forEach((_, r) => {
      expect(mask(r).includes(1)).toBe(true);
      mask(r).forEach((inside, pixel) => (covered[pixel]! += inside));
    });
    expect(Math.max(...covered)).toBe(1);
  });

  test("the right hemisphere mirrors the left", () => {
    for (let r = 0; r < 22; r++) {
      const [left, right] = [mask(r), mask(r + 22)];
      const mirrored = left.every((inside, at) => {
        const column = at % size;
        return right[at - column + (size - 1 - column)] === inside;
      });
      expect(mirrored).toBe(true);
    }
  });
});

test("regions are in the files' order: all left, then all right", () => {
  expect(regions.length).toBe(44);
  expect(regions[0]?.name).toBe("AUDp_l");
  expect(regions[22]?.name).toBe("AUDp_r");
  expect(regions.slice(0, 22).every(({ name }) => name.endsWith("_l"))).toBe(true);
});
