import { describe, expect, it } from "vitest";
import { fitRidge } from "../../src/models/ridge.ts";
import { createRandom } from "../../src/random.ts";
import { throwsCode } from "../metric/throws-code.ts";

function table(rows: readonly (readonly number[])[]) {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]!.length };
}

function expectClose(found: ArrayLike<number>, expected: readonly number[], digits: number): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, digits));
}

const x = table([
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 3],
  [5, 8],
  [6, 4],
]);
const y = [1, 2, 2, 4, 3, 6];

describe("fitRidge", () => {
  it("recovers a plane: y = 3 a - 2 b + 5", () => {
    const plane = Float64Array.from({ length: 6 }, (_, i) => 3 * x.data[2 * i]! - 2 * x.data[2 * i + 1]! + 5);
    const model = fitRidge(x, plane, { lambda: 1e-9 });
    expectClose(model.weights, [3, -2], 7);
    expect(model.intercept).toBeCloseTo(5, 7);
    expectClose(model.predict(table([[10, 10]])), [15], 6);
  });

  // Numbers below: scikit-learn 1.9.1, StandardScaler (with sample_weight) then Ridge(alpha=lambda), its coefficients
  // divided by scale_ and its intercept moved by mean_, so that they hold for the features as given.
  it("has scikit-learn's coefficients", () => {
    const model = fitRidge(x, y, { lambda: 2 });
    expectClose(model.weights, [0.72651527, -0.13462228], 8);
    expect(model.intercept).toBeCloseTo(0.9732486123644812, 12);
  });

  it("has scikit-learn's coefficients with weights", () => {
    const model = fitRidge(x, y, { lambda: 2, weights: [1, 2, 1, 0.5, 1, 3] });
    expectClose(model.weights, [0.85799, -0.15551928], 8);
    expect(model.intercept).toBeCloseTo(0.7564315495856633, 12);
  });

  it("has scikit-learn's coefficients with more columns than rows", () => {
    const wide = table([
      [1, 2, 3, 0],
      [2, 0, 5, 1],
      [4, 1, 1, 7],
    ]);
    const model = fitRidge(wide, [1, 0, 5], { lambda: 0.5 });
    expectClose(model.weights, [0.50568304, 0.32875831, -0.48548145, 0.23238259], 8);
    expect(model.intercept).toBeCloseTo(1.3280720566159125, 12);
  });

  it("gives constant columns no weight, whatever they hold", () => {
    const padded = table(y.map((_, i) => [0.1, x.data[2 * i]!, 1e9, x.data[2 * i + 1]!, 0]));
    const model = fitRidge(padded, y, { lambda: 2 });
    const plain = fitRidge(x, y, { lambda: 2 });
    expectClose(model.weights, [0, plain.weights[0]!, 0, plain.weights[1]!, 0], 12);
    expect(model.intercept).toBeCloseTo(plain.intercept, 12);
  });

  it("predicts the mean where it knows nothing else", () => {
    const model = fitRidge(table([[1], [1], [1]]), [1, 2, 6], { lambda: 1 });
    expectClose(model.predict(table([[7]])), [3], 12);
  });

  it("takes Float32 features", () => {
    const model = fitRidge({ ...x, data: Float32Array.from(x.data) }, y, { lambda: 2 });
    expectClose(model.weights, [0.72651527, -0.13462228], 8);
  });

  it("fits 1,500 rows of 203 columns as if it solved the normal equations", () => {
    const random = createRandom("ridge");
    const data = Float64Array.from({ length: 1500 * 203 }, () => random.uniform());
    const truth = Float64Array.from({ length: 203 }, () => random.uniform() - 0.5);
    const targets = Float64Array.from({ length: 1500 }, (_, row) =>
      truth.reduce((sum, weight, column) => sum + weight * data[row * 203 + column]!, 1),
    );
    const model = fitRidge({ data, rows: 1500, columns: 203 }, targets, { lambda: 1e-8 });
    expectClose(model.weights, [...truth], 6);
    expect(model.intercept).toBeCloseTo(1, 6);
  });

  it("says what is wrong with its input", () => {
    const withGap = table([
      [1, 2],
      [3, NaN],
    ]);
    expect(throwsCode(() => fitRidge(withGap, [1, 2], { lambda: 1 }))).toBe("MODEL_NOT_FINITE");
    expect(() => fitRidge(withGap, [1, 2], { lambda: 1 })).toThrow("row 1, column 1");
    expect(throwsCode(() => fitRidge({ ...x, rows: 7 }, y, { lambda: 1 }))).toBe("MODEL_SHAPE");
    expect(throwsCode(() => fitRidge(x, [1, 2], { lambda: 1 }))).toBe("MODEL_TARGETS");
    expect(throwsCode(() => fitRidge(x, [1, 2, 3, 4, 5, NaN], { lambda: 1 }))).toBe(
      "METRIC_TRUTH_NOT_FINITE",
    );
    expect(throwsCode(() => fitRidge(x, y, { lambda: 0 }))).toBe("MODEL_LAMBDA");
    expect(throwsCode(() => fitRidge(x, y, { lambda: 1, weights: [1] }))).toBe("METRIC_WEIGHTS");
  });

  it("predicts only from as many columns as it was fitted on", () => {
    const model = fitRidge(x, y, { lambda: 1 });
    expect(throwsCode(() => model.predict(table([[1, 2, 3]])))).toBe("MODEL_SHAPE");
    expect(throwsCode(() => model.predict(table([[1, NaN]])))).toBe("MODEL_NOT_FINITE");
  });
});
