import {
  centredBySubject,
  meanOfSides,
  stepAt,
  predictColumns,
  type BaselineLevel,
} from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitRidge } from "@braidyn/harness/models";

export const level: BaselineLevel = "strong";

/** Time zero of a window. */
const zero = 15;

/** The mean answer of every area to a pull, less the mouse's own mean over its sessions, then ridge regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => centredBySubject(meanOfSides(stepAt(rows, zero)), rows.subjects),
    (features, truth) => fitRidge(features, truth, { lambda: 10 }),
  );
