import { meanTruth, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";

export const level: BaselineLevel = "floor";

/** The mean day of the train sessions: what knowing nothing scores. */
export const predict: Baseline = meanTruth;
