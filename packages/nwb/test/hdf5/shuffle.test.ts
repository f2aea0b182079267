import { expect, test } from "vitest";
import { unshuffle } from "../../src/hdf5/shuffle.ts";

function shuffle(bytes: Uint8Array, elementBytes: number): Uint8Array {
  const count = Math.floor(bytes.length / elementBytes);
  const out = bytes.slice();
  for (let i = 0; i < count; i++)
    for (let k = 0; k < elementBytes; k++) out[k * count + i] = bytes[i * elementBytes + k] as number;
  return out;
}

const bytes = Uint8Array.from({ length: 203 }, (_, i) => (i * 37) % 256);

test.each([1, 2, 3, 4, 5, 8, 16, 100, 101, 102, 203, 204])(
  "unshuffling undoes shuffling by %s bytes, with a rest at the end",
  (elementBytes) => {
    expect(unshuffle(shuffle(bytes, elementBytes), elementBytes)).toEqual(bytes);
  },
);

test("an element longer than the chunk, as a damaged file may claim, takes no time", () => {
  const start = performance.now();
  expect(unshuffle(bytes, 2 ** 32 - 1)).toEqual(bytes);
  expect(unshuffle(bytes, 0)).toEqual(bytes);
  expect(performance.now() - start).toBeLessThan(100);
});
