import { table } from "arquero";
import { expect, test } from "vitest";
import { jsonChunks, toJson } from "../../src/index.ts";
import { everyKind, everyKindValues } from "./sample.ts";

test("a table is an array of row objects, NaN null", () => {
  const rows = JSON.parse(toJson(everyKind())) as Record<string, unknown>[];
  expect(rows.length).toBe(4);
  for (const [name, values] of Object.entries(everyKindValues)) {
    expect(rows.map((row) => row[name])).toEqual(values);
  }
});

test("names and texts are escaped, infinities and undefined are null, 64-bit integers are numbers", () => {
  const odd = table({
    'a"\n': ["\u0000\u2028"],
    inf: Float64Array.of(-Infinity),
    none: [undefined],
    big: [12n],
  });
  expect(JSON.parse(toJson(odd))).toEqual([{ 'a"\n': "\u0000\u2028", inf: null, none: null, big: 12 }]);
});

test("an empty table is an empty array", () => {
  expect(JSON.parse(toJson(table({ a: [] })))).toEqual([]);
});

test("pieces of a long table make up the whole", () => {
  const long = table({ n: Int32Array.from({ length: 10_000 }, (_, i) => i) });
  const whole = [...jsonChunks(long)].join("");
  expect(whole).toBe(toJson(long));
  expect((JSON.parse(whole) as unknown[]).length).toBe(10_000);
});
