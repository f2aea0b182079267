import { describe, expect, it } from "vitest";
import { rocAuc } from "../../src/metric/roc-auc.ts";
import { fitLogistic } from "../../src/models/logistic.ts";
import { createRandom } from "../../src/random.ts";
import { throwsCode } from "../metric/throws-code.ts";

function table(rows: readonly (readonly number[])[]) {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]!.length };
}

const x = table([
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 3],
  [5, 8],
  [6, 4],
]);
const y = [0, 0, 1, 0, 1, 1];

describe("fitLogistic", () => {
  // Numbers below: scikit-learn 1.9.1, StandardScaler (with sample_weight) then LogisticRegression(C=1/lambda,
  // solver="newton-cholesky", tol=1e-12), turned into coefficients for the features as given.
  it("has scikit-learn's coefficients", () => {
    const model = fitLogistic(x, y, { lambda: 0.5 });
    expect(model.weights[0]).toBeCloseTo(0.43458549, 7);
    expect(model.weights[1]).toBeCloseTo(0.58073922, 7);
    expect(model.intercept).toBeCloseTo(-3.705894179733247, 7);
  });

  it("has scikit-learn's coefficients with weights", () => {
    const model = fitLogistic(x, y, { lambda: 0.5, weights: [1, 2, 1, 0.5, 1, 3] });
    expect(model.weights[0]).toBeCloseTo(0.60100095, 7);
    expect(model.weights[1]).toBeCloseTo(0.64391615, 7);
    expect(model.intercept).toBeCloseTo(-4.02623745106605, 7);
  });

  it("predicts the share of class 1 where it knows nothing else", () => {
    const model = fitLogistic(table([[1], [1], [1], [1]]), [0, 0, 0, 1], { lambda: 1 });
    expect(model.predict(table([[5]]))[0]).toBeCloseTo(0.25, 7);
  });

  it("stays finite on separable data, with a weak penalty too", () => {
    const separable = table([[-2], [-1], [1], [2]]);
    const model = fitLogistic(separable, [0, 0, 1, 1], { lambda: 1e-6 });
    expect(Number.isFinite(model.weights[0])).toBe(true);
    const probability = model.predict(separable);
    expect(probability[0]).toBeLessThan(0.001);
    expect(probability[3]).toBeGreaterThan(0.999);
  });

  it("fits the same bits again", () => {
    const one = fitLogistic(x, y, { lambda: 0.1 });
    const other = fitLogistic(x, y, { lambda: 0.1 });
    expect(other.weights).toEqual(one.weights);
    expect(other.intercept).toBe(one.intercept);
  });

  it("has no slope left at its minimum, with fewer columns than rows or more", () => {
    const random = createRandom("logistic");
    for (const [rows, columns] of [
      [400, 30],
      [40, 120],
    ] as const) {
      const data = Float64Array.from({ length: rows * columns }, () => random.uniform());
      const targets = Float64Array.from({ length: rows }, (_, row) =>
        data[row * columns]! + 0.5 * random.uniform() > 0.75 ? 1 : 0,
      );
      const features = { data, rows, columns };
      const model = fitLogistic(features, targets, { lambda: 1 });
      const probability = model.predict(features);
      // The intercept is free: the predicted number of class 1 is the true one.
      const surplus = probability.reduce((sum, p, row) => sum + p - targets[row]!, 0);
      expect(Math.abs(surplus)).toBeLessThan(1e-6);
      expect(rocAuc(targets, probability)).toBeGreaterThan(0.9);
    }
  });

  it("says what is wrong with its input", () => {
    expect(throwsCode(() => fitLogistic(x, [0, 0, 0, 0, 0, 0], { lambda: 1 }))).toBe("METRIC_SINGLE_CLASS");
    expect(throwsCode(() => fitLogistic(x, [0, 1, 2, 0, 1, 0], { lambda: 1 }))).toBe("METRIC_NOT_BINARY");
    expect(throwsCode(() => fitLogistic(table([[NaN], [1]]), [0, 1], { lambda: 1 }))).toBe(
      "MODEL_NOT_FINITE",
    );
    expect(throwsCode(() => fitLogistic(x, y, { lambda: -1 }))).toBe("MODEL_LAMBDA");
  });
});
