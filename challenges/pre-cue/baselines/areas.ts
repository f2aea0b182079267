import { binnedCourse, meanOfSides, predictColumns, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitLogistic } from "@braidyn/harness/models";

export const level: BaselineLevel = "strong";

/** Frames of a window. */
const frames = 75;

/** Mean dF/F of every area over the whole window, both sides averaged, then logistic regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => meanOfSides(binnedCourse(rows, frames)),
    (features, truth) => fitLogistic(features, truth, { lambda: 10 }),
  );
