import { asClasses, chiSquaredZ, correlation, correlationZ, ranksOf } from "./association.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";

/** Standard deviations beyond which an order or an id is no accident, many of them being looked at. */
const surely = 5.5;

/** Test rows whose place in the file, or whose id, says something of their truth, their time or their session. */
export function orderLeaks(rows: LeakRows): LeakFinding[] {
  if (rows.count < 12) return [];
  const places = Float64Array.from({ length: rows.count }, (_, i) => i);
  const idOrder = ranksOfTexts(rows.rowIds);
  const numbers = rows.rowIds.map((id) => Number(/(\d{1,15})$/.exec(id)?.[1] ?? NaN));
  const orders: ["LEAK_ROW_ORDER" | "LEAK_ROW_ID", ArrayLike<number>][] = [
    ["LEAK_ROW_ORDER", places],
    ["LEAK_ROW_ID", idOrder],
    ["LEAK_ROW_ID", ranksOf(numbers.map((value) => (Number.isNaN(value) ? 0 : value)))],
  ];
  const found: LeakFinding[] = [];
  for (const [code, order] of orders) {
    for (const [what, z] of toldBy(order, rows)) {
      if (z > surely && !found.some((each) => each.code === code && each.parameters["what"] === what)) {
        found.push(finding("leak", code, { what, z: round(z) }));
      }
    }
  }
  for (const [what, z] of charactersTell(rows)) {
    if (z > surely) found.push(finding("leak", "LEAK_ROW_ID", { what, z: round(z) }));
  }
  return uniqueFindings(found);
}

/** What an order of rows goes with, and how surely. */
function* toldBy(
  order: ArrayLike<number>,
  { truth, names, sessions }: LeakRows,
): Generator<[string, number]> {
  const inOrder = Array.from(order, (_, row) => row).sort(
    (a, b) => (order[a] as number) - (order[b] as number),
  );
  for (const [column, values] of Object.entries(truth ?? {})) {
    yield [column, correlationZ(correlation(order, ranksOf(values)))];
    yield [column, Math.max(...periodsTell(inOrder, values))];
    yield [column, runsZ(inOrder.map((row) => String(asClassOf(values, row))))];
    yield [column, withinSessions(order, values, sessions)];
  }
  yield ["session", runsZ(inOrder.map((row) => sessions[row] ?? ""))];
  if (names === null) return;
  yield ["session", correlationZ(correlation(order, ranksOfTexts(names.dates)))];
  yield ["subject", correlationZ(correlation(order, ranksOfTexts(names.subjects)))];
  yield ["time", withinSessions(order, names.time, sessions)];
}

function asClassOf(values: ArrayLike<number>, row: number): number {
  const value = values[row] as number;
  return Number.isNaN(value) ? -1 : value;
}

/** Correlation of ranks within sessions, over all of them. */
function withinSessions(
  order: ArrayLike<number>,
  values: ArrayLike<number>,
  sessions: readonly string[],
): number {
  const [a, b] = [new Float64Array(order.length).fill(NaN), new Float64Array(order.length).fill(NaN)];
  for (const rows of groupRows(sessions).values()) {
    const known = rows.filter((row) => !Number.isNaN(values[row]));
    if (known.length < 4) continue;
    const [ranksA, ranksB] = [
      ranksOf(known.map((row) => order[row] as number)),
      ranksOf(known.map((row) => values[row] as number)),
    ];
    known.forEach((row, i) => {
      a[row] = (ranksA[i] as number) - (known.length + 1) / 2;
      b[row] = (ranksB[i] as number) - (known.length + 1) / 2;
    });
  }
  return correlationZ(correlation(a, b));
}

/** Every second, third, ... row being of a class. */
function periodsTell(inOrder: readonly number[], values: ArrayLike<number>): number[] {
  const classes = asClasses(inOrder.map((row) => values[row] as number));
  if (classes === null) return [0];
  return [2, 3, 4, 5, 8, 10].map((period) =>
    chiSquaredZ(
      classes.rows.map((place) => String(place % period)),
      classes.classes,
    ),
  );
}

/** Neighbours being alike more, or less, often than in a random order, in standard deviations. */
function runsZ(labels: readonly string[]): number {
  const n = labels.length;
  const counts = [...groupRows(labels).values()].map((rows) => rows.length);
  const alike = counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
  if (!(alike > 0 && alike < 1)) return 0;
  let found = 0;
  for (let i = 1; i < n; i++) if (labels[i] === labels[i - 1]) found++;
  // neighbours of a random order are nearly independent; with few alike the excess is what counts
  const deviation = Math.sqrt((n - 1) * alike * (1 - alike));
  return Math.abs(found - (n - 1) * alike) / Math.max(deviation, 1);
}

/** Characters at one place of the ids, and their length, going with the truth. */
function* charactersTell({ rowIds, truth }: LeakRows): Generator<[string, number]> {
  const longest = Math.min(64, Math.max(...rowIds.map((id) => id.length)));
  for (const [column, values] of Object.entries(truth ?? {})) {
    const known = asClasses(values);
    if (known === null) continue;
    const ids = known.rows.map((row) => rowIds[row] ?? "");
    yield [
      column,
      chiSquaredZ(
        ids.map((id) => String(id.length)),
        known.classes,
      ),
    ];
    for (let place = 0; place < longest; place++) {
      const characters = [ids.map((id) => id[place] ?? ""), ids.map((id) => id.at(-1 - place) ?? "")];
      for (const labels of characters) {
        yield [column, chiSquaredZ(labels, known.classes)];
        const even = labels.map((label) => String((Number.parseInt(label, 16) || 0) % 2));
        yield [column, chiSquaredZ(even, known.classes)];
      }
    }
  }
}

/** Ranks in the order of code units, which is that of files. */
export function ranksOfTexts(texts: readonly string[]): Float64Array {
  const sorted = [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(sorted.map((text, i) => [text, i]));
  return ranksOf(texts.map((text) => place.get(text) ?? 0));
}

/** The same thing found by two tests is one finding. */
export function uniqueFindings(found: readonly LeakFinding[]): LeakFinding[] {
  const seen = new Map<string, LeakFinding>();
  for (const each of found) {
    const { z: _z, ...rest } = each.parameters;
    const key = JSON.stringify([each.code, rest]);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
