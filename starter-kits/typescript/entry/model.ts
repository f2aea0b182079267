/**
 * The baseline, step by step: features -> standardise -> logistic or ridge regression. Change anything.
 *
 * `src/train.ts` uses it on a bundle; `fit.ts` and `predict.ts` use it where the organizers run this folder themselves.
 */
import { features } from "./features.ts";
import { fitLinear, predictLinear, type Kind, type Weights } from "./linear.ts";
import type { Matrix } from "./matrix.ts";
import { fitScale, standardise, type Scale } from "./standardise.ts";

/** How strongly weights are held near 0: mice differ, and what fits the train mice too well fails on others. */
const penalty = 500;

/** What a model sees of some rows. */
export interface Rows {
  readonly count: number;
  /** Of one row's input, `[45, 44]`. */
  readonly inputShape: readonly number[];
  readonly input: Float32Array;
}

/** Values by truth column, one a row. */
export type Columns = Readonly<Record<string, Float64Array>>;

export interface Model {
  readonly scale: Scale;
  readonly columns: Readonly<Record<string, { readonly kind: Kind; readonly weights: Weights }>>;
}

/** Learns from the train rows alone: nothing else comes in here, and nothing here is random. */
export function fit(rows: Rows, truth: Columns, kinds: Readonly<Record<string, Kind>>): Model {
  const plain = features(rows.input, rows.count, rows.inputShape);
  // mean and spread are learnt, too: from the train rows, never from rows that are predicted
  const scale = fitScale(plain);
  const x = standardise(plain, scale);
  const columns = Object.entries(truth).map(([name, y]) => {
    const known = withTruth(x, y);
    const kind = kinds[name];
    return [name, { kind, weights: fitLinear(known.x, known.y, kind, penalty) }];
  });
  return { scale, columns: Object.fromEntries(columns) };
}

/** One value a row and truth column: a probability for `binary`, else a number. */
export function predict(model: Model, rows: Rows): Columns {
  const x = standardise(features(rows.input, rows.count, rows.inputShape), model.scale);
  return Object.fromEntries(
    Object.entries(model.columns).map(([name, { kind, weights }]) => [name, predictLinear(x, weights, kind)]),
  );
}

/** Some challenges give a row truth in one column only: the others hold NaN. */
function withTruth({ data, columns }: Matrix, y: Float64Array): { x: Matrix; y: Float64Array } {
  const rows = [...y.keys()].filter((row) => Number.isFinite(y[row]));
  const kept = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => kept.set(data.subarray(row * columns, (row + 1) * columns), i * columns));
  return { x: { data: kept, rows: rows.length, columns }, y: Float64Array.from(rows, (row) => y[row]) };
}
