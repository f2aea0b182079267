import type { BundleSplit } from "./manifest.ts";

/** Where a score is shown. `public` and `private` share the test rows between them. */
export const boards = ["validation", "public", "private"] as const;
export type Board = (typeof boards)[number];

/** The split whose rows a board scores. */
export function splitOfBoard(board: Board): BundleSplit {
  return board === "validation" ? "validation" : "test";
}

/** The column of a bundle's tables that holds the reference prediction of a truth column. */
export function referenceColumn(column: string): string {
  return `${column}_reference`;
}

/** What predictions are compared with. In the test split, subjects and sessions are pseudonyms here too. */
export interface TruthTable {
  readonly rowIds: readonly string[];
  readonly subjects: readonly string[];
  readonly sessions: readonly string[];
  readonly boards: readonly Board[];
  /** One value a row for every truth column. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** One value a row for every truth column that has a reference prediction. */
  readonly references?: Readonly<Record<string, Float64Array>>;
}
