import { asClasses, correlation, isNoAccident } from "./association.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";
import { round } from "./order-leaks.ts";

/** Rows that a class must have for its values to be compared. */
const enough = 8;
/** No sample of brain or body follows a truth as closely as this. */
const tooClose = 0.995;
/** A value that goes with the truth this well, while those beside it do not. */
const isolated = 0.6;
const neighbourShare = 0.35;

/** Single input values that are the truth, or nearly: a threshold on them, or a straight line, answers every row. */
export function featureLeaks(rows: LeakRows): LeakFinding[] {
  const { split, count, inputShape, input, truth } = rows;
  const values = inputShape.reduce((product, size) => product * size, 1);
  return Object.entries(truth ?? {}).flatMap(([column, given]) => {
    const known = asClasses(given);
    if (known === null) return [];
    const n = independentRows(rows, given);
    const surely = (r: number): boolean => isNoAccident({ r, n }, values);
    const correlations = new Float64Array(values);
    let deciding = -1;
    for (let value = 0; value < values; value++) {
      const own = columnOf(input, count, values, value);
      const r = Math.abs(correlation(own, given).r);
      correlations[value] = r;
      const decides = (r > tooClose && surely(r)) || (surely(separated) && separates(own, known));
      if (decides && r >= (correlations[deciding] ?? 0)) deciding = value;
    }
    const found = deciding >= 0 ? deciding : standingOut(correlations, inputShape, surely);
    if (found < 0) return [];
    const r = round(correlations[found] ?? 0);
    return [finding("leak", "LEAK_FEATURE", { split, column, place: placeOf(found, inputShape), r })];
  });
}

/** Rows that say something of their own about a truth: where it is one for a whole session, its sessions. */
function independentRows({ sessions }: LeakRows, given: Float64Array): number {
  const groups = [...groupRows(sessions).values()];
  const varies = groups.some((own) => own.some((row) => given[row] !== given[own[0] ?? 0]));
  return varies ? given.filter((value) => !Number.isNaN(value)).length : groups.length;
}

/** What two classes that a threshold separates count as: a correlation that is hardly ever an accident. */
const separated = 0.8;

/** Whether a threshold tells two classes apart without a mistake. */
function separates(own: Float32Array, { rows, classes }: NonNullable<ReturnType<typeof asClasses>>): boolean {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  const counts = [0, 0];
  rows.forEach((row, i) => {
    const side = classes[i] as 0 | 1;
    const value = own[row] as number;
    low[side] = Math.min(low[side] as number, value);
    high[side] = Math.max(high[side] as number, value);
    counts[side]!++;
  });
  if (counts.some((each) => each < enough)) return false;
  return (high[0] as number) < (low[1] as number) || (high[1] as number) < (low[0] as number);
}

/**
 * A value that stands out from the samples before and after it, -1 where none does: signals are smooth in time, answers
 * that were put in are not.
 */
function standingOut(
  correlations: Float64Array,
  inputShape: readonly number[],
  surely: (r: number) => boolean,
): number {
  const [outer = 1, ...rest] = inputShape;
  const inner = rest.reduce((product, size) => product * size, 1);
  if (outer < 4 || rest.length === 0) return -1;
  let found = -1;
  correlations.forEach((r, value) => {
    const beside = [value - inner, value + inner].flatMap((other) => correlations[other] ?? []);
    const out = beside.every((near) => near < neighbourShare * r);
    if (r > isolated && out && surely(r) && r > (correlations[found] ?? 0)) found = value;
  });
  return found;
}

/** Ways to write a number, columns, splits: more than are looked at. */
const manyTests = 1000;

/** Input values that are missing, or whose last bits are set, according to the truth. */
export function fingerprintLeaks(rows: LeakRows): LeakFinding[] {
  const { split, count, inputShape, input, truth } = rows;
  const values = inputShape.reduce((product, size) => product * size, 1);
  const prints = fingerprints(input, count, values);
  const found: LeakFinding[] = [];
  for (const [column, given] of Object.entries(truth ?? {})) {
    for (const [what, print] of Object.entries(prints)) {
      const associated = { r: correlation(print, given).r, n: independentRows(rows, given) };
      // what the values themselves say is for the challenge; how they are written should say nothing
      if (Math.abs(associated.r) < 0.25 || !isNoAccident(associated, manyTests)) continue;
      found.push(
        finding("leak", "LEAK_FINGERPRINT", { split, column, what, r: round(Math.abs(associated.r)) }),
      );
    }
  }
  return found;
}

/** How a row's numbers are written, apart from how large they are. */
function fingerprints(input: Float32Array, count: number, values: number): Record<string, Float64Array> {
  const bits = new Uint32Array(input.buffer, input.byteOffset, input.length);
  const names = [
    "missing",
    "infinite",
    "negative-zero",
    "last-bit-first",
    "last-bit-last",
    "parity",
    "precision",
  ];
  const prints = Object.fromEntries(names.map((name) => [name, new Float64Array(count)]));
  for (let row = 0; row < count; row++) {
    const add = (name: string, value: number) => (prints[name]![row]! += value);
    let [parity, trailing] = [0, 0];
    for (let i = row * values; i < (row + 1) * values; i++) {
      const value = input[i] as number;
      const word = bits[i] as number;
      if (Number.isNaN(value)) add("missing", 1);
      else if (!Number.isFinite(value)) add("infinite", 1);
      if (word === 0x80000000) add("negative-zero", 1);
      parity ^= word & 1;
      if (value !== 0) trailing += trailingZeros(word);
    }
    add("last-bit-first", (bits[row * values] as number) & 1);
    add("last-bit-last", (bits[(row + 1) * values - 1] as number) & 1);
    add("parity", parity);
    add("precision", trailing / values);
  }
  return prints;
}

/** Input values that never change within a session but differ between sessions: they say which session it is. */
export function constantLeaks(splits: readonly LeakRows[]): LeakFinding[] {
  const [first] = splits;
  if (first === undefined) return [];
  const values = first.inputShape.reduce((product, size) => product * size, 1);
  const constant = new Uint8Array(values).fill(1);
  const levels = new Float64Array(values).fill(NaN);
  const differs = new Uint8Array(values);
  let sessions = 0;
  for (const { input, sessions: names } of splits) {
    for (const rows of groupRows(names).values()) {
      if (rows.length < 4) continue;
      sessions++;
      const start = (rows[0] as number) * values;
      for (let value = 0; value < values; value++) {
        if (constant[value] === 0) continue;
        const level = input[start + value] as number;
        const same = rows.every((row) => Object.is(input[row * values + value], level));
        if (!same) constant[value] = 0;
        else if (Number.isNaN(levels[value])) levels[value] = level;
        else if (levels[value] !== level) differs[value] = 1;
      }
    }
  }
  const marked = Array.from(constant.keys()).filter((value) => constant[value] === 1 && differs[value] === 1);
  const place = marked[0];
  if (place === undefined || sessions < 2) return [];
  return [
    finding("leak", "LEAK_CONSTANT", { count: marked.length, place: placeOf(place, first.inputShape) }),
  ];
}

export function columnOf(input: Float32Array, count: number, values: number, value: number): Float32Array {
  const own = new Float32Array(count);
  for (let row = 0; row < count; row++) own[row] = input[row * values + value] as number;
  return own;
}

/** `[12, 3]`: where a value stands in a row's input. */
export function placeOf(value: number, inputShape: readonly number[]): string {
  const place: number[] = [];
  let rest = value;
  for (const size of [...inputShape].reverse()) {
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `[${place.join(", ")}]`;
}

/** Zero bits at the end of a mantissa: many where numbers were rounded. */
function trailingZeros(word: number): number {
  const mantissa = word & 0x7fffff;
  return mantissa === 0 ? 23 : 31 - Math.clz32(mantissa & -mantissa);
}
