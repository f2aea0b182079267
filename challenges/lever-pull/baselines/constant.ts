import type { Baseline } from "@braidyn/harness";
import type { BaselineLevel } from "../../baseline-level.ts";

export const level: BaselineLevel = "floor";

/** The share of pulls among the train rows, whatever the window: what knowing nothing scores. */
export const predict: Baseline = ({ train, rows }) => {
  const pulls = train.truth["lever"] ?? new Float64Array(0);
  const share = pulls.reduce((sum, value) => sum + value, 0) / pulls.length;
  return { lever: new Float64Array(rows.count).fill(share) };
};
