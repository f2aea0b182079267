import type { BundleSplit } from "../bundle/manifest.ts";

/** Row ids of the splits that may be predicted: validation, test, or both. */
export type ExpectedRows = Readonly<Partial<Record<BundleSplit, readonly string[]>>>;

/** What a submission must hold. */
export interface PredictionsFormat {
  /** The challenge's truth columns. */
  readonly columns: readonly string[];
  readonly expectedIds: ExpectedRows;
}

/** Checked predictions: whole splits, in the bundle's row order whatever the file's was, all values finite. */
export interface Predictions {
  /** The splits that are predicted, each wholly. */
  readonly splits: readonly BundleSplit[];
  readonly rowIds: readonly string[];
  /** `rowIds.length` values a column. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}
