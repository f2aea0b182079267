import type { TruthTable } from "../bundle/truth-table.ts";
import type { FeatureMatrix } from "../models/feature-matrix.ts";

/** The rows of a split as controls see them. `rows` below is the number of rows. */
export interface ControlRows {
  readonly truth: TruthTable;
  /** Real names, one a row; they stay with the organizer. */
  readonly subjects: readonly string[];
  /** Real keys, one a row. */
  readonly sessions: readonly string[];
  /** Day of training, one a row; NaN where it is not known. */
  readonly days: Float64Array;
  /** Columns that every session has; of the room's sensors, whether the input holds them, `ControlSplits` says. */
  readonly behaviour: Readonly<Record<string, Float64Array>>;
  readonly environment: Readonly<Record<string, Float64Array>>;
  /** The input in few numbers: rows x summaries. */
  readonly input: FeatureMatrix;
}

/** Columns side by side, as rows x columns. */
export function columnMatrix(columns: readonly ArrayLike<number>[], rows: number): FeatureMatrix {
  const data = new Float64Array(rows * columns.length);
  columns.forEach((values, column) => {
    for (let row = 0; row < rows; row++) data[row * columns.length + column] = values[row] ?? 0;
  });
  return { data, rows, columns: columns.length };
}

/** Some rows of a matrix. */
export function selectRows({ data, columns }: FeatureMatrix, rows: ArrayLike<number>): FeatureMatrix {
  const selected = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * columns;
    selected.set(data.subarray(start, start + columns), i * columns);
  }
  return { data: selected, rows: rows.length, columns };
}
