import {
  columnsOf,
  meanOfColumns,
  stepAt,
  predictColumns,
  type BaselineLevel,
} from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";
import { fitRidge } from "@braidyn/harness/models";

export const level: BaselineLevel = "simple";

/** Time zero of a window. */
const zero = 15;

const motor = columnsOf(["MOp", "MOs"]);

/** One number a session: the mean answer of the motor areas to a pull, then ridge regression. */
export const predict: Baseline = (data) =>
  predictColumns(
    data,
    (rows) => meanOfColumns(stepAt(rows, zero), motor),
    (features, truth) => fitRidge(features, truth, { lambda: 1 }),
  );
