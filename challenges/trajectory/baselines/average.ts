import { binnedCourse, predictColumns, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitRidge } from "@braidyn/harness/models";

export const level: BaselineLevel = "simple";

/** Frames of a window. */
const frames = 30;

/** The mean of every region over the window, then ridge regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => binnedCourse(rows, frames),
    (features, truth) => fitRidge(features, truth, { lambda: 100 }),
  );
