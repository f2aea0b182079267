import { describe, expect, it } from "vitest";
import { createRandom } from "../src/random.ts";

describe("createRandom", () => {
  it("keeps its stream: published scores hang on these values", () => {
    const random = createRandom(1);
    expect([random.uniform(), random.uniform(), random.uniform()]).toEqual([
      0.4103611933390544, 0.29466301877294787, 0.22743395387931775,
    ]);
    expect(Array.from({ length: 6 }, () => random.integer(10))).toEqual([7, 3, 2, 6, 4, 9]);
    expect(random.shuffle([0, 1, 2, 3, 4, 5, 6, 7])).toEqual([2, 6, 3, 7, 5, 1, 0, 4]);
    expect(random.sample(1000, 3)).toEqual([639, 838, 483]);
    expect(createRandom("lever-pull").uniform()).toBe(0.93644259472584);
  });

  it("draws the same from a number and its text, and something else from other seeds", () => {
    expect(createRandom(42).uniform()).toBe(createRandom("42").uniform());
    const first = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).uniform());
    expect(new Set(first).size).toBe(1000);
    expect(first.reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
  });

  it("draws every whole number below n equally often", () => {
    const random = createRandom("counts");
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[random.integer(7)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400); // 4 standard deviations
  });

  it("draws whole numbers beyond 32 bits", () => {
    const random = createRandom("large");
    const draws = Array.from({ length: 100 }, () => random.integer(2 ** 50));
    expect(draws.every((draw) => Number.isSafeInteger(draw) && draw >= 0 && draw < 2 ** 50)).toBe(true);
    expect(draws.some((draw) => draw > 2 ** 48)).toBe(true);
  });

  it("shuffles a copy that holds the same items, each order equally often", () => {
    const random = createRandom("shuffle");
    const items = ["a", "b", "c"];
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(items).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(items).toEqual(["a", "b", "c"]);
    expect([...orders.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it("samples different numbers", () => {
    const sample = createRandom("sample").sample(1e9, 1000);
    expect(new Set(sample).size).toBe(1000);
    expect(createRandom("all").sample(5, 5).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(createRandom("none").sample(5, 0)).toEqual([]);
  });

  it("refuses ranges that hold nothing", () => {
    expect(() => createRandom(1).integer(0)).toThrow(RangeError);
    expect(() => createRandom(1).integer(1.5)).toThrow(RangeError);
    expect(() => createRandom(1).sample(3, 4)).toThrow(RangeError);
  });
});
