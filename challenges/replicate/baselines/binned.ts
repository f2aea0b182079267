import { binnedCourse, predictColumns, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitLogistic } from "@braidyn/harness/models";

export const level: BaselineLevel = "strong";

const binFrames = 3;

/** The whole course of every region in bins of 0.1 s, then a strongly penalised logistic regression an event. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => binnedCourse(rows, binFrames),
    (features, truth) => fitLogistic(features, truth, { lambda: 500 }),
  );
