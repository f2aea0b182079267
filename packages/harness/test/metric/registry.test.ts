import { describe, expect, it } from "vitest";
import { isMetricName, metricNames, metrics } from "../../src/metric/registry.ts";
import { throwsCode } from "./throws-code.ts";

const truth = Float64Array.of(0, 1, 1, 0, 1, 0);

describe("the registry", () => {
  for (const name of metricNames) {
    const metric = metrics[name];

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

  it("lets no infinite score through", () => {
    const huge = truth.map(() => 1e300);
    expect(throwsCode(() => metrics.mse.compute(truth, huge))).toBe("METRIC_OVERFLOW");
    expect(throwsCode(() => metrics.r2.compute(truth, huge))).toBe("METRIC_OVERFLOW");
  });
});
