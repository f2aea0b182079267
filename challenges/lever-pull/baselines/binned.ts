import type { Baseline, Rows } from "@braidyn/harness";
import { fitLogistic, type FeatureMatrix } from "@braidyn/harness/models";
import type { BaselineLevel } from "../../baseline-level.ts";
import { meanOverFrames } from "../mean-over-frames.ts";

export const level: BaselineLevel = "strong";

const binFrames = 3;

/** Logistic regression on the whole course of every region in bins of 0.1 s, strongly penalised. */
export const predict: Baseline = ({ train, rows }) => {
  const model = fitLogistic(course(train), train.truth["lever"] ?? [], { lambda: 500 });
  return { lever: model.predict(course(rows)) };
};

/** rows x (bins x regions). */
function course(rows: Rows): FeatureMatrix {
  const [frames = 0, regions = 0] = rows.inputShape;
  const bins = frames / binFrames;
  const data = new Float64Array(rows.count * bins * regions);
  for (let bin = 0; bin < bins; bin++) {
    const means = meanOverFrames(rows, bin * binFrames, (bin + 1) * binFrames);
    for (let row = 0; row < rows.count; row++) {
      data.set(means.subarray(row * regions, (row + 1) * regions), (row * bins + bin) * regions);
    }
  }
  return { data, rows: rows.count, columns: bins * regions };
}
