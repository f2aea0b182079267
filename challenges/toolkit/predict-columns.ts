import type { BaselineData, BaselinePredictions, Rows } from "@braidyn/harness";
import type { FeatureMatrix, LinearModel } from "@braidyn/harness/models";

/**
 * Learns every truth column on its own, from the train rows that have a truth in it, and predicts it.
 *
 * @param features what a model sees of some rows.
 */
export function predictColumns(
  { train, rows }: BaselineData,
  features: (rows: Rows) => FeatureMatrix,
  fit: (features: FeatureMatrix, truth: Float64Array) => LinearModel,
): BaselinePredictions {
  const [trainFeatures, testFeatures] = [features(train), features(rows)];
  const predicted = Object.entries(train.truth).map(([column, truth]): [string, Float64Array] => {
    const known = rowsWithTruth(trainFeatures, truth);
    return [column, fit(known.features, known.truth).predict(testFeatures)];
  });
  return Object.fromEntries(predicted);
}

/** Mean of every truth column over the train rows, for every row: what knowing nothing scores. */
export function meanTruth({ train, rows }: BaselineData): BaselinePredictions {
  const means = Object.entries(train.truth).map(([column, truth]): [string, Float64Array] => {
    const known = truth.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return [column, new Float64Array(rows.count).fill(mean)];
  });
  return Object.fromEntries(means);
}

function rowsWithTruth({ data, rows, columns }: FeatureMatrix, truth: Float64Array) {
  if (!truth.some(Number.isNaN)) return { features: { data, rows, columns }, truth };
  const known = Array.from({ length: rows }, (_, row) => row).filter((row) => !Number.isNaN(truth[row]));
  const kept = new Float64Array(known.length * columns);
  known.forEach((row, i) => kept.set(data.subarray(row * columns, (row + 1) * columns), i * columns));
  return {
    features: { data: kept, rows: known.length, columns },
    truth: Float64Array.from(known, (row) => truth[row] as number),
  };
}
