import { expect, test } from "vitest";
import { differenceOf } from "../../guided/engine/compare.ts";
import { judgeAnswer } from "../../guided/engine/judge.ts";
import { parseValue, shownValue } from "../../guided/engine/value.ts";

test("equal values have no difference, numbers up to the tolerance", () => {
  const expected = { a: [1, 2], b: "x", c: true };
  expect(differenceOf({ a: [1.05, 2], b: "x", c: true }, expected, 0.1)).toBeNull();
  expect(differenceOf({ a: [1.05, 2], b: "x", c: true }, expected, 0.01)).toMatchObject({
    ...{ kind: "value", at: ".a[0]", found: "1.05", expected: "1" },
  });
});

test("a difference says of what kind it is and where", () => {
  const of = (found: Parameters<typeof differenceOf>[0], expected: Parameters<typeof differenceOf>[1]) =>
    differenceOf(found, expected, 1e-6);
  expect(of(null, 1)?.kind).toBe("todo");
  expect(of(undefined, 1)?.kind).toBe("todo");
  expect(of({ a: null }, { a: 1 })).toMatchObject({ kind: "todo", at: ".a" });
  expect(of("1", 1)).toMatchObject({ kind: "kind", found: "text", expected: "number" });
  expect(of(NaN, 1)?.kind).toBe("nan");
  expect(of([1], [1, 2])).toMatchObject({ kind: "length", found: "1", expected: "2" });
  expect(of({ a: 1, x: 2 }, { a: 1, b: 2 })).toMatchObject({ kind: "names", found: "x", expected: "b" });
  expect(of(JSON.parse(`{"__proto__": 1}`) as never, { a: 1 })).toMatchObject({ kind: "names" });
});

test("a typical mistake is recognised by its value, unless that is also right", async () => {
  const expectations = { r: { value: 0.9, mistakes: { filled: 0.2, harmless: 0.9 } } };
  const mistakeOf = async (r: number) => (await judgeAnswer({ r }, expectations))[0]?.mistake;
  expect(await mistakeOf(0.2)).toBe("filled");
  expect(await mistakeOf(0.5)).toBeNull();
  expect((await judgeAnswer({ r: 0.9 }, expectations))[0]).toMatchObject({ difference: null, mistake: null });
});

test("a judge sees only answers of its kind", async () => {
  const expectations = { p: { like: [0.5], judge: () => null } };
  const kindOf = async (p: never) => (await judgeAnswer({ p }, expectations))[0]?.difference?.kind;
  expect(await kindOf([0.1, 0.2] as never)).toBeUndefined();
  expect(await kindOf("0.1" as never)).toBe("kind");
  expect(await kindOf([0.1, "0.2"] as never)).toBe("kind");
  expect(await kindOf([0.1, NaN] as never)).toBe("nan");
  expect(await kindOf(null as never)).toBe("todo");
});

test("values are shown short", () => {
  expect(shownValue(1 / 3)).toBe("0.333333");
  expect(shownValue([1, 2, 3, 4, 5])).toBe("[1, 2, 3, 4, ... (5)]");
  expect(shownValue({ a: "x".repeat(500) }).length).toBeLessThan(170);
  expect(parseValue(`[{"$":"nan"},{"$":"toString"}]`)).toEqual([NaN, { $: "toString" }]);
});
