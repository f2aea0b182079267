import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Draws that follow from a seed alone. */
export interface Random {
  /** Uniform in [0, 1), all 53 bits. */
  uniform(): number;
  /** Uniform among the whole numbers from 0 to `n - 1`, without bias; `n` from 1 to 2^53 - 1. */
  integer(n: number): number;
  /** A copy of `items` in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** `k` different whole numbers below `n`, in random order. */
  sample(n: number, k: number): number[];
}

/**
 * A random generator (xoroshiro128+) whose stream is part of the scorer: the same seed gives the same draws on every
 * machine and in every later version, because published scores hang on them. A test pins the first values.
 *
 * @param seed any text; a number is the same seed as its decimal text, so that `7` from code is `"7"` from a file.
 */
export function createRandom(seed: number | string): Random {
  const generator = xoroshiro128plusFromState(seedWords(String(seed)));
  const integer = (n: number): number => {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`integer(n) wants a whole n >= 1, not ${n}`);
    return uniformInt(generator, 0, n - 1);
  };
  const sample = (n: number, k: number): number[] => {
    if (!(k >= 0 && k <= n)) throw new RangeError(`${k} different numbers cannot be drawn from ${n}`);
    return partialShuffle(n, k, integer);
  };
  return {
    uniform: () => uniformFloat64(generator),
    integer,
    shuffle: (items) => sample(items.length, items.length).map((index) => items[index]!),
    sample,
  };
}

/** The first `k` steps of a Fisher-Yates shuffle of 0..n-1, storing only the positions that were touched. */
function partialShuffle(n: number, k: number, integer: (n: number) => number): number[] {
  const moved = new Map<number, number>();
  return Array.from({ length: k }, (_, i) => {
    const j = i + integer(n - i);
    const drawn = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    return drawn;
  });
}

/** Four words of state from a text: FNV-1a from four starts, each finished with MurmurHash3's mixer. */
function seedWords(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((start) => {
    let hash = start;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return mixed(hash);
  });
  return words.some((word) => word !== 0) ? words : [1, 0, 0, 0]; // all zeros is the one state that never moves
}

function mixed(hash: number): number {
  let word = hash ^ (hash >>> 16);
  word = Math.imul(word, 0x85ebca6b);
  word ^= word >>> 13;
  word = Math.imul(word, 0xc2b2ae35);
  return (word ^ (word >>> 16)) | 0;
}
