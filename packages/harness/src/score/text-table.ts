/** A table of texts, for whoever draws it: a terminal, a page, a test. */
export interface TextTable {
  readonly title: string;
  readonly columns: readonly string[];
  /** One text a column. */
  readonly rows: readonly (readonly string[])[];
}

/** A title, tables, and remarks below them. */
export interface TextReport {
  readonly title: string;
  readonly tables: readonly TextTable[];
  readonly notes: readonly string[];
}

/** A score for people: so many decimals, a dash where there is none. The JSON keeps all digits. */
export function shownScore(score: number | null, precision: number): string {
  return score === null ? "-" : score.toFixed(precision).replace(/^-(0(?:\.0+)?)$/, "$1");
}

/** `[0.812, 0.874]`, or a dash. */
export function shownInterval(low: number | null, high: number | null, precision: number): string {
  if (low === null || high === null) return "-";
  return `[${shownScore(low, precision)}, ${shownScore(high, precision)}]`;
}
