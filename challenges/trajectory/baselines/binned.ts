import { binnedCourse, predictColumns, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitRidge } from "@braidyn/harness/models";

export const level: BaselineLevel = "strong";

const binFrames = 3;

/** The course of every region in bins of 0.1 s, then ridge regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => binnedCourse(rows, binFrames),
    (features, truth) => fitRidge(features, truth, { lambda: 2000 }),
  );
