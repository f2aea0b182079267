import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";

/** Values of a row that are looked at one by one; all of them where a row has no more. */
const lookedAt = 48;
/** Fewer columns could be so by accident. */
const leastColumns = 3;
/** Share of the columns that must be exactly so. */
const nearlyAll = 0.95;

/** What scaling leaves exactly: the statistic, and the value that it then has. */
const traces = [
  ["mean", 0],
  ["deviation", 1],
  ["median", 0],
  ["minimum", 0],
  ["maximum", 1],
  ["largest", 1],
] as const;
type Trace = (typeof traces)[number][0];

/** Columns of values, each over the rows of one group. */
type Columns = readonly Float64Array[];

/**
 * Inputs that were scaled with test rows among what the scale was taken from: over the test rows, alone or with others,
 * a statistic of nearly every column is exactly what scaling makes it. Scaling within a row, a session or a subject does
 * the same and gives nothing away; scaling by the train rows shows in the train rows.
 */
export function normalisationLeaks(splits: readonly LeakRows[]): LeakFinding[] {
  const test = splits.find(({ split, count }) => split === "test" && count >= 10);
  if (test === undefined) return [];
  const others = splits.filter(({ split, count }) => split !== "test" && count > 0);
  const sets = [[test], ...subsets(others).map((set) => [...set, test])];
  for (const [trace, exact] of traces) {
    if (ownScale(test, trace, exact) || (others.length > 0 && isExact(columnsOf(others), trace, exact)))
      continue;
    for (const set of sets) {
      if (!isExact(columnsOf(set), trace, exact)) continue;
      const over = set.map(({ split }) => split).join(" + ");
      return [finding("leak", "LEAK_NORMALISED", { over, statistic: trace, value: exact })];
    }
  }
  return [];
}

function subsets(splits: readonly LeakRows[]): LeakRows[][] {
  return splits
    .reduce<LeakRows[][]>((sets, split) => [...sets, ...sets.map((set) => [...set, split])], [[]])
    .slice(1);
}

/** Whether rows, sessions or subjects are each scaled on their own. */
function ownScale(rows: LeakRows, trace: Trace, exact: number): boolean {
  const groups = [rows.sessions, rows.subjects].map((names) => [...groupRows(names).values()]);
  const bySession = groups.some((members) => {
    const large = members.filter((own) => own.length >= 4).slice(0, 20);
    const exactOnes = large.filter(
      (own) => isExact(columnsOf([rows], own), trace, exact) || channels(rows, own, trace, exact),
    );
    return large.length > 1 && exactOnes.length >= 0.8 * large.length;
  });
  return bySession || rowsAreScaled(rows, trace, exact);
}

/** Whether the channels (innermost axis) of some rows are scaled over rows and samples together. */
function channels(rows: LeakRows, own: readonly number[], trace: Trace, exact: number): boolean {
  return isExact(channelColumns([rows], own), trace, exact);
}

function rowsAreScaled({ input, inputShape, count }: LeakRows, trace: Trace, exact: number): boolean {
  const values = inputShape.reduce((product, size) => product * size, 1);
  if (values < 4) return false;
  const own = Array.from({ length: Math.min(count, 30) }, (_, i) =>
    Float64Array.from(input.subarray(i * values, (i + 1) * values)),
  );
  return isExact(own, trace, exact);
}

function isExact(columns: Columns, trace: Trace, exact: number): boolean {
  const varied = columns.filter((values) => values.some((value) => value !== values[0]));
  if (varied.length < leastColumns) return false;
  const so = varied.filter((values) => isTrace(values, trace, exact));
  return so.length >= nearlyAll * varied.length;
}

function isTrace(values: Float64Array, trace: Trace, exact: number): boolean {
  const finite = values.filter(Number.isFinite);
  const n = finite.length;
  if (n < 4) return false;
  const mean = finite.reduce((sum, value) => sum + value, 0) / n;
  const squares = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // far below what chance leaves of a mean over so many rows, far above what float32 loses
  const tolerance = Math.min(1e-3, 0.02 / Math.sqrt(n));
  const deviation = Math.sqrt(squares / n);
  if (trace === "mean") return Math.abs(mean - exact) <= tolerance * deviation;
  if (trace === "deviation") {
    return [deviation, Math.sqrt(squares / (n - 1))].some((each) => Math.abs(each - exact) <= tolerance);
  }
  if (trace === "median") return Math.abs(medianOf(finite) - exact) <= 1e-6 * deviation;
  if (trace === "minimum") return Math.abs(least(finite, 1) - exact) <= 1e-6;
  if (trace === "maximum") return Math.abs(-least(finite, -1) - exact) <= 1e-6;
  return Math.abs(Math.max(-least(finite, 1), -least(finite, -1)) - exact) <= 1e-6;
}

function least(values: Float64Array, sign: 1 | -1): number {
  return values.reduce((found, value) => Math.min(found, sign * value), Infinity);
}

function medianOf(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** Some of the input's values, each over all rows of some splits, or over some rows of one; then the channels. */
function columnsOf(splits: readonly LeakRows[], own?: readonly number[]): Columns {
  const values = splits[0]?.inputShape.reduce((product, size) => product * size, 1) ?? 0;
  const shown = Math.min(values, lookedAt);
  return Array.from({ length: shown }, (_, i) => {
    const value = Math.floor((i * values) / shown);
    return Float64Array.from(
      splits.flatMap(({ input, count }) =>
        (own ?? Array.from({ length: count }, (_row, row) => row)).map(
          (row) => input[row * values + value] as number,
        ),
      ),
    );
  });
}

/** Rows of a channel that are looked at. */
const channelRows = 2000;

function channelColumns(splits: readonly LeakRows[], own?: readonly number[]): Columns {
  const shape = splits[0]?.inputShape ?? [];
  if (shape.length < 2) return [];
  const width = shape.at(-1) as number;
  const values = shape.reduce((product, size) => product * size, 1);
  return Array.from({ length: Math.min(width, lookedAt) }, (_, channel) => {
    const found: number[] = [];
    for (const { input, count } of splits) {
      for (const row of own ?? Array.from({ length: Math.min(count, channelRows) }, (_row, i) => i)) {
        for (let i = channel; i < values; i += width) found.push(input[row * values + i] as number);
      }
    }
    return Float64Array.from(found);
  });
}
