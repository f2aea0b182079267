import { randomExponential, randomNormal } from "d3-random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers from one seed: the same calls give the same numbers on every run. */
export interface RandomStream {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  /** In [low, high). */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** exp of a normal variable with mean log `median` and standard deviation `sd`. */
  logNormal(median: number, sd: number): number;
  exponential(mean: number): number;
}

/**
 * The stream named by `keys`, such as a cohort's seed, a mouse, a day and a purpose. Streams of other names are
 * independent of it, so that a session does not depend on which others are simulated, or in which order.
 */
export function randomStream(...keys: readonly (string | number)[]): RandomStream {
  const generator = xoroshiro128plusFromState(state(keys.join("/")));
  const uniform = (): number => uniformFloat64(generator);
  const normal = randomNormal.source(uniform)(0, 1);
  const exponential = randomExponential.source(uniform)(1);
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    chance: (probability) => uniform() < probability,
    logNormal: (median, sd) => median * Math.exp(sd * normal()),
    exponential: (mean) => mean * exponential(),
  };
}

/** 128 bits of a name: FNV-1a from four offsets, each mixed by MurmurHash3's finaliser. */
function state(name: string): [number, number, number, number] {
  return [hash(name, 0x811c9dc5), hash(name, 0x9e3779b9), hash(name, 0x7f4a7c15), hash(name, 0x94d049bb) | 1];
}

function hash(name: string, offset: number): number {
  let h = offset;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
