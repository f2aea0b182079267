import type { BundleSplit } from "../bundle/manifest.ts";
import type { Board } from "../bundle/truth-table.ts";

/** The rows of a split as the organizer knows them; null where only the private half would tell. */
export interface LeakRows {
  readonly split: BundleSplit;
  readonly count: number;
  readonly inputShape: readonly number[];
  /** count x inputShape. */
  readonly input: Float32Array;
  readonly rowIds: readonly string[];
  /** As teams see them: pseudonyms in the test split. */
  readonly subjects: readonly string[];
  readonly sessions: readonly string[];
  readonly names: RealNames | null;
  /** One value a row for every truth column; NaN where a row has none. */
  readonly truth: Readonly<Record<string, Float64Array>> | null;
  readonly references: Readonly<Record<string, Float64Array>>;
}

/** What the rows really are. */
export interface RealNames {
  readonly subjects: readonly string[];
  readonly sessions: readonly string[];
  readonly dates: readonly string[];
  readonly days: Float64Array;
  /** Seconds on the session's clock. */
  readonly time: Float64Array;
  readonly boards: readonly Board[] | null;
}

/** Rows by a name that each has, in the order of first appearance. */
export function groupRows(names: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((name, row) => {
    const rows = groups.get(name);
    if (rows === undefined) groups.set(name, [row]);
    else rows.push(row);
  });
  return groups;
}
