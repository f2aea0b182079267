import { meanTruth, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";

export const level: BaselineLevel = "floor";

/** The mean of the train rows, which z-scoring makes nearly 0: what knowing nothing scores. */
export const predict: Baseline = meanTruth;
