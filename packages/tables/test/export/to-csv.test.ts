import { fromCSV, table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvChunks, toCsv } from "../../src/index.ts";
import { everyKind } from "./sample.ts";

test("a table is a header and its rows, with RFC 4180's quotes where they are needed", () => {
  const columns = {
    'a "name"': ["x", "y,z", 'say "hi"', "two\nlines"],
    n: Float64Array.of(1, 0.1 + 0.2, NaN, -Infinity),
  };
  expect(toCsv(table(columns))).toBe(
    '"a ""name""",n\nx,1\n"y,z",0.30000000000000004\n"say ""hi""",NaN\n"two\nlines",-Infinity\n',
  );
});

test("null is empty, NaN is NaN", () => {
  expect(toCsv(everyKind().select("maybeDay", "number", "bool", "text"))).toBe(
    'maybeDay,number,bool,text\n,1,true,レバー\n3,2.5,false,\n,,,\n,NaN,true,"a,b"\n',
  );
});

test("every float64 reads back as itself", () => {
  fc.assert(
    fc.property(fc.float64Array({ minLength: 1, noNaN: true }), (values) => {
      const lines = toCsv(table({ values: values }))
        .split("\n")
        .slice(1, -1);
      // -0 is written as 0, which is its equal.
      expect(lines.map(Number)).toEqual(Array.from(values, (value) => value + 0));
    }),
  );
});

test("the filter and the order of a table are those of its rows", () => {
  const numbers = table({ n: Int32Array.of(3, 1, 2) });
  expect(toCsv(numbers.orderby("n").filter("d => d.n !== 2"))).toBe("n\n1\n3\n");
});

test("an empty table is its header", () => {
  expect(toCsv(table({ a: [], b: new Float64Array(0) }))).toBe("a,b\n");
});

test("pieces of a long table make up the whole, which arquero reads back", () => {
  const n = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin(i));
  const long = table({ n: n });
  const chunks = [...csvChunks(long)];
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.join("")).toBe(toCsv(long));
  expect(fromCSV(toCsv(long)).array("n", Float64Array)).toEqual(n);
});
