import { BraidynError } from "@braidyn/core";

interface OnClock {
  readonly name: string;
  readonly time: Float64Array;
}

/**
 * The time that all series share.
 *
 * @throws BraidynError `TABLE_CLOCKS`, naming the series whose times differ from the first one's.
 */
export function sharedClock(path: string, series: readonly OnClock[]): Float64Array {
  const [first, ...others] = series;
  if (first === undefined) return new Float64Array(0);
  const apart = others.filter(({ time }) => !sameTimes(time, first.time));
  if (apart.length === 0) return first.time;
  throw new BraidynError("TABLE_CLOCKS", {
    path,
    names: apart.map(({ name }) => name).join(", "),
    first: first.name,
  });
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  // NaN times of damaged rows are as equal as they can be.
  return a === b || (a.length === b.length && a.every((t, i) => Object.is(t, b[i]) || t === b[i]));
}
