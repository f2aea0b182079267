import { expect, test } from "vitest";
import { canonicalJson } from "../../src/index.ts";

test("equal values are equal bytes, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [1, { d: 0.1, c: null }], a: "é" })).toBe('{"a":"é","b":[1,{"c":null,"d":0.1}]}');
  expect(canonicalJson({ a: "é", b: [1, { c: null, d: 0.1 }] })).toBe(
    canonicalJson({ b: [1, { d: 0.1, c: null }], a: "é" }),
  );
});

test("NaN becomes null, typed arrays lists, and absent values are left out", () => {
  expect(canonicalJson({ x: NaN, y: Float64Array.of(1, 2), z: undefined })).toBe('{"x":null,"y":[1,2]}');
});
