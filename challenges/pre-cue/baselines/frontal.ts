import {
  binnedCourse,
  columnsOf,
  meanOfColumns,
  predictColumns,
  type BaselineLevel,
} from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitLogistic } from "@braidyn/harness/models";

export const level: BaselineLevel = "simple";

/** Frames of a window. */
const frames = 75;

const frontal = columnsOf(["MOp", "MOs"]);

/** One number: mean dF/F of the motor areas over the whole window, then logistic regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => meanOfColumns(binnedCourse(rows, frames), frontal),
    (features, truth) => fitLogistic(features, truth, { lambda: 1 }),
  );
