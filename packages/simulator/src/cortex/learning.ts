import { regions } from "../regions.ts";

/**
 * What fifteen days of training change in the answer to a pull: it grows in the areas of the limb and of movement and
 * fades in the retrosplenial and visual ones. Assumed, as a share of the mean answer; the shares add up to about 0, so
 * that the answer as a whole stays as large as it was.
 */
const change: Readonly<Record<string, number>> = {
  MOp: 0.4,
  MOs: 0.6,
  SSp_ul: 0.35,
  SSp_m: 0.3,
  OB: -0.15,
  RSPagl: -0.4,
  RSPd: -0.35,
  VISp: -0.25,
  VISpm: -0.25,
  VISam: -0.25,
};

/** Days in which what is still to be learnt shrinks to 1/e, and the day on which half of `change` is there. */
const learningDays = 6;
const middleDay = 6;

/** Added to the answer to every pull on a day of training, by region, in units of the mean answer. */
export function learntDirection(day: number): Float64Array {
  const learnt = Math.exp(-(middleDay - 1) / learningDays) - Math.exp(-(day - 1) / learningDays);
  return Float64Array.from(regions, ({ area }) => learnt * (change[area.name] ?? 0));
}
