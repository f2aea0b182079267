/** How a report's predictions came to be, where the harness itself ran what was submitted. The same for every run of it. */
export interface RunFacts {
  readonly kind: "model" | "code";
  /** Whether the harness ran the entry's `fit`, on the train split. */
  readonly fitted: boolean;
  /** Whether the entry was handed one frame at a time. */
  readonly streamed: boolean;
  /** What kept the programs from the machine; `none` proves nothing. */
  readonly isolation: string;
  readonly isolated: boolean;
  /** SHA-256 of the predictions as a `predictions.csv`. */
  readonly predictions: string;
}

/** What keeps a run from being verified. */
export type RunWarning = "not-isolated" | "not-fitted" | "not-streamed";

/**
 * Why an entry that the harness ran is not verified; empty where it is. In a causal challenge that needs frames handed
 * over one at a time: whoever sees all rows at once sees what came later.
 */
export function runWarnings({ fitted, streamed, isolated }: RunFacts, causal: boolean): RunWarning[] {
  const warnings: RunWarning[] = [];
  if (!isolated) warnings.push("not-isolated");
  if (!fitted) warnings.push("not-fitted");
  if (causal && !streamed) warnings.push("not-streamed");
  return warnings;
}
