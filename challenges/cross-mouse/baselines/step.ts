import { stepAt, predictColumns, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitLogistic } from "@braidyn/harness/models";

export const level: BaselineLevel = "simple";

/** Time zero of a window. */
const zero = 15;

/** One number a region, mean(0..1.5 s) - mean(-0.5..0 s), then a logistic regression an event. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => stepAt(rows, zero),
    (features, truth) => fitLogistic(features, truth, { lambda: 2 }),
  );
