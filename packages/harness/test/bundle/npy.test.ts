import { describe, expect, test } from "vitest";
import { readNpy, writeNpy } from "../../src/index.ts";

const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** A `.npy` 1.0 file with any header text. */
function npy(header: string, data = new Uint8Array(8)): Uint8Array {
  const start = latin1("\x93NUMPY\x01\x00");
  return Uint8Array.of(...start, header.length & 0xff, header.length >> 8, ...latin1(header), ...data);
}

test.each([
  ["<f8", new Float64Array([1, NaN, -Infinity, 0.1])],
  ["<f4", new Float32Array([1, 2, 3, 4])],
  ["<i4", new Int32Array([1, -2, 3, 4])],
  ["|u1", new Uint8Array([1, 2, 255, 4])],
])("%s arrays are read back, shape and all", (dtype, data) => {
  const file = writeNpy(data, [2, 2]);
  expect(readNpy(file, "x")).toEqual({ dtype, shape: [2, 2], data });
  const unaligned = new Uint8Array(file.length + 1).subarray(1);
  unaligned.set(file);
  expect(readNpy(unaligned, "x").data).toEqual(data);
});

test("the header is numpy's own, padded so that the data starts at a multiple of 64", () => {
  const file = writeNpy(new Float32Array(6), [3, 2]);
  expect(String.fromCharCode(...file.subarray(10, 128))).toBe(
    `${"{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }".padEnd(117)}\n`,
  );
});

test("an array in the middle of a Node buffer is read without its neighbours", () => {
  const pool = Buffer.concat([Buffer.alloc(3, 7), writeNpy(Float64Array.of(1, 2)), Buffer.alloc(5, 9)]);
  expect(readNpy(pool.subarray(3, -5), "x").data).toEqual(Float64Array.of(1, 2));
});

test("scalars, vectors and empty arrays have a shape too", () => {
  for (const [count, shape] of [
    [1, []],
    [3, [3]],
    [0, [0, 45, 44]],
  ] as const) {
    expect(readNpy(writeNpy(new Float64Array(count), shape), "x").shape).toEqual(shape);
  }
});

describe("a hostile header is refused:", () => {
  const header = (descr: string, shape: string, fortran = "False") =>
    npy(`{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`);
  test.each([
    ["an empty file", new Uint8Array(0)],
    ["another format", latin1("PK\x03\x04 and so on and so forth")],
    ["a header longer than the file", npy("{").subarray(0, 11)],
    ["pickled objects", header("|O", "(1,)")],
    ["big-endian numbers", header(">f8", "(1,)")],
    ["Fortran order", header("<f8", "(1, 1)", "True")],
    ["a shape larger than the data", header("<f8", "(1000000000000,)")],
    ["a shape that overflows", header("<f8", "(999999999999999, 999999999999999, 0, 999999999999999)")],
    ["a shape smaller than the data", header("<f8", "(0,)")],
    ["a negative shape", header("<f8", "(-1,)")],
    ["code in the header", npy("{'descr': __import__('os'), }\n")],
    ["version 9", Uint8Array.of(...latin1("\x93NUMPY\x09\x00"), ...new Uint8Array(100))],
  ])("%s", (_, file) => {
    expect(() => readNpy(file, "x.npy")).toThrowError(expect.objectContaining({ code: "BUNDLE_NPY" }));
  });
});
