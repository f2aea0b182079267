import { describe, expect, it } from "vitest";
import { isMetricName, metricNames, metrics } from "../../src/metric/registry.ts";
import { throwsCode } from "./throws-code.ts";

const truth = Float64Array.of(0, 1, 1, 0, 1, 0);

describe("the registry", () => {
  for (const name of metricNames) {
    const metric = metrics[name];
    if (metric.needsReference) continue; // they have no score of their own

    it(`${name} carries its name and scores the truth itself best`, () => {
      expect(metric.name).toBe(name);
      expect(metric.compute(truth, truth)).toBeCloseTo(metric.direction === "maximize" ? 1 : 0, 12);
    });

    if (metric.chance !== null) {
      it(`${name} gives a constant prediction its chance score`, () => {
        // The mean for the metrics that are 0 there; a class for those that take classes.
        const constant = name.startsWith("balanced") || name.startsWith("cohen") ? 1 : 0.5;
        expect(
          metric.compute(
            truth,
            truth.map(() => constant),
          ),
        ).toBeCloseTo(metric.chance!, 12);
      });
    }
  }

  it("knows its names", () => {
    expect(isMetricName("roc_auc")).toBe(true);
    expect(isMetricName("accuracy")).toBe(false);
    expect(isMetricName("constructor")).toBe(false);
  });

  it("scores the log loss of a session that holds one class", () => {
    expect(metrics.log_loss.compute(Float64Array.of(1, 1), Float64Array.of(0.5, 0.5))).toBeCloseTo(
      Math.LN2,
      15,
    );
  });

  it("scores a gain over a reference: 0 for repeating it, its log loss for the truth itself, less for knowing less", () => {
    const reference = truth.map(() => 0.5);
    const gain = (prediction: Float64Array) => metrics.log_loss_gain.compute(truth, prediction, reference);
    expect(gain(reference)).toBe(0);
    expect(gain(truth)).toBeCloseTo(Math.LN2, 12);
    expect(gain(truth.map((label) => 0.6 - 0.2 * label))).toBeCloseTo(Math.log(0.4 / 0.5), 12);
    expect(throwsCode(() => metrics.log_loss_gain.compute(truth, truth))).toBe("METRIC_NO_REFERENCE");
  });

  it("lets no infinite score through", () => {
    const huge = truth.map(() => 1e300);
    expect(throwsCode(() => metrics.mse.compute(truth, huge))).toBe("METRIC_OVERFLOW");
    expect(throwsCode(() => metrics.r2.compute(truth, huge))).toBe("METRIC_OVERFLOW");
  });
});
