import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascendingOrder } from "../../src/metric/order.ts";
import { createRandom } from "../../src/random.ts";

function byComparison(values: Float64Array): number[] {
  return [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
}

describe("ascendingOrder", () => {
  it("sorts any finite numbers as a comparison does, ties in their order", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 50 }), (list) => {
        const values = Float64Array.from(list);
        expect([...ascendingOrder(values)]).toEqual(byComparison(values));
      }),
    );
  });

  const random = createRandom("order");
  const shapes: Record<string, (i: number) => number> = {
    "both signs and all magnitudes": () => (random.uniform() - 0.5) * 10 ** (random.integer(600) - 300),
    "many ties and both zeros": () => (random.integer(5) - 2) * (random.integer(2) === 0 ? -1 : 1),
    "values that differ only in their last bits": () => 1 + random.integer(1000) * Number.EPSILON,
    "a constant": () => 0.25,
    "values in falling order": (i) => -i,
  };
  for (const [shape, valueAt] of Object.entries(shapes)) {
    it(`sorts large inputs: ${shape}`, () => {
      const values = Float64Array.from({ length: 5000 }, (_, i) => valueAt(i));
      expect([...ascendingOrder(values)]).toEqual(byComparison(values));
    });
  }
});
