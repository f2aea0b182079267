import { table } from "arquero";
import { expect, test } from "vitest";
import { categories, concat, type CategoryColumn } from "../src/index.ts";

const sensors = (subject: string, columns: Record<string, ArrayLike<number>>) =>
  table({ subject: categories([subject], new Uint8Array(2)), ...columns });

test("tables stand under each other in order, typed columns stay typed", () => {
  const both = concat([
    sensors("a", { lever: Float32Array.of(0.5, 1), lick: Uint8Array.of(0, 1) }),
    sensors("b", { lever: Float32Array.of(2, 3), lick: Uint8Array.of(1, 0) }),
  ]);
  expect(both.objects()).toEqual([
    { subject: "a", lever: 0.5, lick: 0 },
    { subject: "a", lever: 1, lick: 1 },
    { subject: "b", lever: 2, lick: 1 },
    { subject: "b", lever: 3, lick: 0 },
  ]);
  expect(both.column("lever")).toEqual(Float32Array.of(0.5, 1, 2, 3));
  expect(both.column("lick")).toEqual(Uint8Array.of(0, 1, 1, 0));
  expect((both.column("subject") as CategoryColumn).values).toEqual(["a", "b"]);
});

test("a column that one table lacks is NaN or null there", () => {
  const lacking = concat([
    table({ lever: Float32Array.of(1), lick: Uint8Array.of(1), note: ["x"] }),
    table({ speed: Int32Array.of(7) }),
  ]);
  expect(lacking.objects()).toEqual([
    { lever: 1, lick: 1, note: "x", speed: NaN },
    { lever: NaN, lick: NaN, note: null, speed: 7 },
  ]);
  expect(lacking.column("lever")).toBeInstanceOf(Float32Array);
  expect(lacking.column("lick")).toBeInstanceOf(Float64Array);
  const noSubject = concat([table({ n: [1] }), sensors("a", { n: [2, 3] })]);
  expect(noSubject.array("subject")).toEqual([null, "a", "a"]);
});

test("columns of different number types become float64", () => {
  const mixed = concat([table({ v: Int32Array.of(1) }), table({ v: Float32Array.of(0.5) })]);
  expect(mixed.column("v")).toEqual(Float64Array.of(1, 0.5));
});

test("filters, orders and empty tables are honoured", () => {
  const some = sensors("a", { lever: Float64Array.of(3, 1) });
  const both = concat([
    some.orderby("lever"),
    some.filter("d => d.lever > 2"),
    some.filter("d => d.lever > 9"),
  ]);
  expect(both.array("lever")).toEqual([1, 3, 3]);
  expect(both.array("subject")).toEqual(["a", "a", "a"]);
});

test("nothing cannot be concatenated", () => {
  expect(() => concat([])).toThrow(/no table/);
});

test("arquero's verbs work on category columns", () => {
  const both = concat([
    sensors("a", { lever: Float64Array.of(1, 2) }),
    sensors("b", { lever: Float64Array.of(3, 5) }),
  ]);
  expect(both.groupby("subject").rollup({ mean: "d => op.mean(d.lever)" }).objects()).toEqual([
    { subject: "a", mean: 1.5 },
    { subject: "b", mean: 4 },
  ]);
  expect(both.filter("d => d.subject === 'b'").array("lever")).toEqual([3, 5]);
  expect(both.orderby("lever").reify().array("subject")).toEqual(["a", "a", "b", "b"]);
  expect(both.concat(both).numRows()).toBe(8);
  const sexes = table({ subject: ["a", "b"], sex: ["M", "F"] });
  expect(both.join(sexes, "subject").array("sex")).toEqual(["M", "M", "F", "F"]);
});
