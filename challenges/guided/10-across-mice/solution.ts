/** Lesson 10: submit across mice. */
import { formatPredictionsCsv, type Rows } from "@braidyn/harness";
import { openBundle } from "@braidyn/harness/build";
import { fitLogistic } from "@braidyn/harness/models";

/** What changed at frame 15, as a matrix for `fitLogistic`: rows x regions, row by row. */
function featuresOf({ count, input, inputShape }: Rows) {
  const [frames = 0, regions = 0] = inputShape;
  const data = new Float64Array(count * regions);
  for (let row = 0; row < count; row++) {
    for (let frame = 0; frame < frames; frame++) {
      const share = frame < 15 ? -1 / 15 : 1 / (frames - 15);
      for (let region = 0; region < regions; region++) {
        data[row * regions + region]! += share * input[(row * frames + frame) * regions + region]!;
      }
    }
  }
  return { data, rows: count, columns: regions };
}

/** `folder` is the bundle's. Returns the text of predictions.csv. */
export async function answer(folder: string) {
  const bundle = await openBundle(folder);
  const train = await bundle.labelledRows("train"); // train.truth.lever is the truth

  const model = fitLogistic(featuresOf(train), train.truth["lever"]!, { lambda: 2 });

  const rowIds: string[] = [];
  const lever: number[] = [];
  for (const split of ["validation", "test"] as const) {
    const rows = await bundle.rows(split);
    rowIds.push(...rows.rowIds);
    lever.push(...model.predict(featuresOf(rows)));
  }

  return formatPredictionsCsv(rowIds, new Map([["lever", Float64Array.from(lever)]]));
}
