/** Lesson 10: submit across mice. */
import { formatPredictionsCsv, type Rows } from "@braidyn/harness";
import { openBundle } from "@braidyn/harness/build";
import { fitLogistic } from "@braidyn/harness/models";

/** What changed at frame 15, as a matrix for `fitLogistic`: rows x regions, row by row. */
function featuresOf({ count, input, inputShape }: Rows) {
  const [frames = 0, regions = 0] = inputShape;
  const data = new Float64Array(count * regions);
  // TODO 1: input[(row * frames + frame) * regions + region] is one value of one window
  return { data, rows: count, columns: regions };
}

/** `folder` is the bundle's. Returns the text of predictions.csv. */
export async function answer(folder: string) {
  const bundle = await openBundle(folder);
  const train = await bundle.labelledRows("train"); // train.truth.lever is the truth

  // TODO 2: fit `fitLogistic` on the train split (it normalises by it itself)
  const model = null;

  // TODO 3: predict all rows of "validation" and "test" (bundle.rows(split)): ids, and a value each
  const rowIds: string[] = [];
  const lever: number[] = [];

  return model === null ? null : formatPredictionsCsv(rowIds, new Map([["lever", Float64Array.from(lever)]]));
}
