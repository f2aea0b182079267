import { regions } from "../regions.ts";

/**
 * What fifteen days of training change in the answer to a pull: it grows in the areas of the limb and of movement and
 * fades in the retrosplenial and visual ones. Assumed, as a share of the mean answer; the shares add up to about 0, so
 * that the answer as a whole stays as large as it was.
 */
const change: Readonly<Record<string, number>> = {
  MOp: 0.3,
  MOs: 0.45,
  SSp_ul: 0.25,
  SSp_m: 0.2,
  OB: -0.05,
  RSPagl: -0.3,
  RSPd: -0.25,
  VISp: -0.2,
  VISpm: -0.2,
  VISam: -0.2,
};

/** Days in which what is still to be learnt shrinks to 1/e, and the day on which half of `change` is there. */
const learningDays = 6;
const middleDay = 6;

/** Added to the answer to every pull on a day of training, by region, in units of the mean answer. */
export function learntDirection(day: number): Float64Array {
  const learnt = Math.exp(-(middleDay - 1) / learningDays) - Math.exp(-(day - 1) / learningDays);
  return Float64Array.from(regions, ({ area }) => learnt * (change[area.name] ?? 0));
}
