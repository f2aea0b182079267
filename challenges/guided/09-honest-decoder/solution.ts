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

  const train = rows.filter((_, row) => mice[row] !== heldOut);
  const test = rows.filter((_, row) => mice[row] === heldOut);

  // normalising is part of fitting: train rows only
  const trainMean = regions.map((name) => train.reduce((sum, row) => sum + row[name]!, 0) / train.length);

  const matrixOf = (some: typeof rows) => ({
    data: Float64Array.from(some.flatMap((row) => regions.map((name) => row[name]!))),
    rows: some.length,
    columns: regions.length,
  });
  const labelsOf = (some: typeof rows) => some.map((row) => row["label"]!);
  const model = fitLogistic(matrixOf(train), labelsOf(train), { lambda: 2 });
  const predictions = model.predict(matrixOf(test));

  const auc = rocAuc(labelsOf(test), predictions);

  return { heldOut, testRows: test.length, trainMean, predictions, auc };
}
