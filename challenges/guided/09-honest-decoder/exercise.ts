/** Lesson 9: a first decoder and an honest split. */
import { rocAuc } from "@braidyn/harness";
import { fitLogistic } from "@braidyn/harness/models";
import { loadCSV } from "arquero";

/** `path` is the table of windows. */
export async function answer(path: string) {
  const table = await loadCSV(path);
  const regions = table.columnNames().filter((name) => !["mouse", "day", "label"].includes(name));
  const rows = table.objects() as Record<string, number>[];
  const mice = table.array("mouse") as string[];
  const heldOut = mice.at(-1);

  // TODO 1: the rows to train on and the rows to test on
  const train: typeof rows = [];
  const test: typeof rows = [];

  // TODO 2: the mean of each region, of the right rows
  const trainMean = null;

  // TODO 3: fit `fitLogistic` on the train rows (it normalises by these rows itself), predict the test rows:
  // both take a matrix { data: Float64Array row by row, rows, columns }
  const predictions = null;

  // TODO 4: how good are they?
  const auc = null;

  return { heldOut, testRows: test.length, trainMean, predictions, auc };
}
