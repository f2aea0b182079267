import { tableFromIPC } from "@uwdata/flechette";
import { fromArrow, table } from "arquero";
import { describe, expect, test } from "vitest";
import { categories, toArrow } from "../../src/index.ts";
import { everyKind, everyKindValues } from "./sample.ts";

const nanAsNull = (values: Iterable<unknown>) =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));

describe.each(["file", "stream"] as const)("an Arrow %s", (format) => {
  test("reads back with equal values", () => {
    const back = tableFromIPC(toArrow(everyKind(), { format }));
    for (const [name, values] of Object.entries(everyKindValues)) {
      expect(nanAsNull(back.getChild(name))).toEqual(values);
    }
  });

  test("of an empty table keeps its columns and their types", () => {
    const empty = everyKind().filter("d => false");
    const back = tableFromIPC(toArrow(empty, { format }));
    expect(back.numRows).toBe(0);
    expect(back.schema.fields.map(({ name }) => name)).toEqual(Object.keys(everyKindValues));
    expect(back.getChild("float32").type).toEqual(
      tableFromIPC(toArrow(everyKind())).getChild("float32").type,
    );
  });
});

test("NaN stays NaN, and null stays null", () => {
  const back = tableFromIPC(toArrow(everyKind()));
  expect([...back.getChild("number")]).toEqual([1, 2.5, null, NaN]);
  expect(back.getChild("float64").at(1)).toBeNaN();
});

test("strings of many values survive wider codes", () => {
  for (const count of [2, 128, 129, 256, 257, 70_000]) {
    const words = Array.from({ length: count }, (_, i) => `w${i}`);
    const Codes = count <= 256 ? Uint8Array : count <= 65_536 ? Uint16Array : Uint32Array;
    const column = categories(words, Codes.from(words.keys()));
    const back = fromArrow(toArrow(table({ word: column })));
    expect(back.array("word")).toEqual(words);
  }
});

test("a column of two kinds of value is refused by name", () => {
  expect(() => toArrow(table({ odd: [1, "a"] }))).toThrow(
    "column odd cannot be written as Arrow: it holds integer, string",
  );
});
