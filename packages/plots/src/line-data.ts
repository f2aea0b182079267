import type { SpecPart } from "./spec.ts";

/** A line in one row: its points as lists, which is a fifth of the text that a row a point would be. */
export interface LineRow extends SpecPart {
  readonly time: readonly number[];
  readonly value: readonly (number | null)[];
}

/** Data of lines whose points become rows when they are drawn: `time` and `value` beside each row's other fields. */
export function lineData(rows: readonly LineRow[]): SpecPart {
  return { data: { values: rows }, transform: [{ flatten: ["time", "value"] }] };
}

/** Times as they are written: to a tenth of a millisecond. */
export function seconds(times: ArrayLike<number>): number[] {
  return Array.from(times, (time) => Math.round(time * 1e4) / 1e4);
}

/** Values as they are written, to five digits. JSON has no NaN; null breaks a line as well. */
export function finite(values: ArrayLike<number>): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(5)) : null));
}
