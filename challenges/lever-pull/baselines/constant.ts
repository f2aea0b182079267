import { meanTruth, type BaselineLevel } from "@braidyn/challenges/toolkit";
import type { Baseline } from "@braidyn/harness";

export const level: BaselineLevel = "floor";

/** The share of pulls among the train rows, whatever the window: what knowing nothing scores. */
export const predict: Baseline = meanTruth;
