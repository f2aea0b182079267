import type { Baseline, Rows } from "@braidyn/harness";
import { fitLogistic, type FeatureMatrix } from "@braidyn/harness/models";
import type { BaselineLevel } from "../../baseline-level.ts";
import { meanOverFrames } from "../mean-over-frames.ts";

export const level: BaselineLevel = "simple";

/** The published linear decoder: one number a region, mean(0..1 s) - mean(-0.5..0 s), then logistic regression. */
export const predict: Baseline = ({ train, rows }) => {
  const model = fitLogistic(stepAtOnset(train), train.truth["lever"] ?? [], { lambda: 2 });
  return { lever: model.predict(stepAtOnset(rows)) };
};

/** rows x regions. The first third of a window lies before its time zero. */
function stepAtOnset(rows: Rows): FeatureMatrix {
  const [frames = 0, regions = 0] = rows.inputShape;
  const before = meanOverFrames(rows, 0, frames / 3);
  const after = meanOverFrames(rows, frames / 3, frames);
  return { data: after.map((value, i) => value - (before[i] as number)), rows: rows.count, columns: regions };
}
