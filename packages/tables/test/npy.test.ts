import { describe, expect, test } from "vitest";
import { toNpy, writeNpyHeader } from "../src/index.ts";

const headerText = (file: Uint8Array) => {
  const length = (file[8] as number) + 256 * (file[9] as number);
  return { text: String.fromCharCode(...file.subarray(10, 10 + length)), dataStart: 10 + length };
};

describe("a .npy file", () => {
  test("begins with the magic, version 1.0 and a padded Python literal", () => {
    const file = toNpy({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] });
    expect([...file.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
    const { text, dataStart } = headerText(file);
    expect(text).toMatch(/^{'descr': '<f8', 'fortran_order': False, 'shape': \(2, 3\), } *\n$/);
    expect(dataStart % 64).toBe(0);
    expect(new Float64Array(file.buffer, dataStart)).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
  });

  test("of a part of an array holds only that part", () => {
    const file = toNpy({ data: Float32Array.of(1, 2, 3).subarray(1), shape: [2] });
    expect(new Float32Array(file.buffer, headerText(file).dataStart)).toEqual(Float32Array.of(2, 3));
  });

  test.each([
    [[3], "(3,)"],
    [[], "()"],
    [[0, 4], "(0, 4)"],
    [[2, 45, 44], "(2, 45, 44)"],
  ])("writes the shape %j as Python does", (shape, python) => {
    expect(headerText(writeNpyHeader("<f4", shape)).text).toContain(`'shape': ${python}, `);
  });

  test("whose shape does not hold the values is refused", () => {
    expect(() => toNpy({ data: new Float64Array(5), shape: [2, 3] })).toThrow(
      "[2, 3] has 5 values; 6 were expected",
    );
  });
});
