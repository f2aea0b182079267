import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";
import { columnStatistics, streamedStatistics, type ColumnStatistics } from "./column-statistics.ts";

/** Values of a row that are looked at one by one; all of them where a row has no more. */
const lookedAt = 40;
/** Fewer columns could be so by accident. */
const leastColumns = 3;
/** Share of the columns that must be exactly so. */
const nearlyAll = 0.95;
/** Groups, and rows of a group, that are looked at to see whether each is scaled on its own. */
const mostGroups = 12;

/** What scaling leaves exactly: the statistic, and the value that it then has. */
const traces = [
  ["mean", 0],
  ["deviation", 1],
  ["median", 0],
  ["minimum", 0],
  ["maximum", 1],
  ["largest", 1],
] as const;
type Trace = (typeof traces)[number];

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
  for (const measure of [columnsOf, channelsOf]) {
    const measured = sets.map((set) => ({ set, statistics: measure(set) }));
    const learnt = subsets(others).map((set) => measure(set));
    for (const trace of traces) {
      const found = measured.find(({ statistics }) => isExact(statistics, trace));
      if (found === undefined || learnt.some((statistics) => isExact(statistics, trace))) continue;
      if (ownScale(test, trace, measure)) continue;
      const over = found.set.map(({ split }) => split).join(" + ");
      return [finding("leak", "LEAK_NORMALISED", { over, statistic: trace[0], value: trace[1] })];
    }
  }
  return [];
}

/** Statistics over all rows of some splits, or over some rows of one. */
type Measure = (splits: readonly LeakRows[], own?: readonly number[]) => ColumnStatistics[];

function subsets(splits: readonly LeakRows[]): LeakRows[][] {
  return splits
    .reduce<LeakRows[][]>((sets, split) => [...sets, ...sets.map((set) => [...set, split])], [[]])
    .slice(1);
}

/** Whether rows, sessions or subjects are each scaled on their own. */
function ownScale(rows: LeakRows, trace: Trace, measure: Measure): boolean {
  const byGroup = [rows.sessions, rows.subjects].some((names) => {
    const large = [...groupRows(names).values()].filter((own) => own.length >= 4).slice(0, mostGroups);
    const exact = large.filter((own) => isExact(measure([rows], own), trace));
    return large.length > 1 && exact.length >= 0.8 * large.length;
  });
  return byGroup || (manyRows(rows) && isExact(rowStatistics(rows), trace));
}

/** Scaling each row leaves one extreme a row: nearly every column has one only where rows are more than columns. */
function manyRows({ count, inputShape }: LeakRows): boolean {
  return count >= 2 * inputShape.reduce((product, size) => product * size, 1);
}

function isExact(statistics: readonly ColumnStatistics[], [name, exact]: Trace): boolean {
  const varied = statistics.filter(({ deviation }) => deviation > 0);
  if (varied.length < leastColumns) return false;
  const so = varied.filter((each) => isTrace(each, name, exact));
  return so.length >= nearlyAll * varied.length;
}

function isTrace(
  { n, deviation, sampleDeviation, ...each }: ColumnStatistics,
  name: Trace[0],
  exact: number,
): boolean {
  // far below what chance leaves of a mean over so many rows, far above what float32 loses
  const tolerance = Math.min(1e-3, 0.02 / Math.sqrt(n));
  if (name === "mean") return Math.abs(each.mean - exact) <= tolerance * deviation;
  if (name === "deviation")
    return [deviation, sampleDeviation].some((own) => Math.abs(own - exact) <= tolerance);
  if (name === "median") return Math.abs(each.median - exact) <= 1e-6 * deviation;
  const extremes = {
    minimum: each.minimum,
    maximum: each.maximum,
    largest: Math.max(-each.minimum, each.maximum),
  };
  return Math.abs(extremes[name] - exact) <= 1e-6;
}

/** Some of the input's values, each on its own. */
function columnsOf(splits: readonly LeakRows[], own?: readonly number[]): ColumnStatistics[] {
  const values = splits[0]?.inputShape.reduce((product, size) => product * size, 1) ?? 0;
  const shown = Math.min(values, lookedAt);
  return Array.from({ length: shown }, (_, i) => {
    const value = Math.floor((i * values) / shown);
    const column: number[] = [];
    visitValues(splits, own, [value, values, values], (each) => column.push(each));
    return columnStatistics(column);
  });
}

/** The channels (innermost axis), over rows and samples together. */
function channelsOf(splits: readonly LeakRows[], own?: readonly number[]): ColumnStatistics[] {
  const shape = splits[0]?.inputShape ?? [];
  const width = shape.at(-1) ?? 1;
  if (shape.length < 2) return [];
  const values = shape.reduce((product, size) => product * size, 1);
  return Array.from({ length: Math.min(width, lookedAt) }, (_, channel) =>
    streamedStatistics((add) => visitValues(splits, own, [channel, width, values], add)),
  );
}

/** Every `step`-th of a row's `values`, from `first` on. */
function visitValues(
  splits: readonly LeakRows[],
  own: readonly number[] | undefined,
  [first, step, values]: readonly [number, number, number],
  add: (value: number) => void,
): void {
  for (const { input, count } of splits) {
    const rows = own?.length ?? count;
    for (let k = 0; k < rows; k++) {
      const row = own === undefined ? k : (own[k] as number);
      for (let i = first; i < values; i += step) add(input[row * values + i] as number);
    }
  }
}

function rowStatistics({ input, inputShape, count }: LeakRows): ColumnStatistics[] {
  const values = inputShape.reduce((product, size) => product * size, 1);
  if (values < 4) return [];
  return Array.from({ length: Math.min(count, 30) }, (_, i) =>
    columnStatistics(Array.from(input.subarray(i * values, (i + 1) * values))),
  );
}
