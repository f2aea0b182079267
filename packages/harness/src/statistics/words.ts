import { createRandom } from "../random.ts";

/** Fills arrays with random 32-bit words. */
export type WordSource = (words: Uint32Array) => void;

/**
 * A stream of random words that follows from a seed, in bulk: a bootstrap draws a million numbers, and a call for each
 * would take most of its time. The stream is part of the scorer, as `createRandom`'s is. Source: xoshiro128** of
 * Blackman & Vigna 2018.
 */
export function createWords(seed: number | string): WordSource {
  const random = createRandom(seed);
  let [a, b, c, d] = [0, 0, 0, 1].map((least) => (random.integer(2 ** 32) | least) >> 0) as [
    number,
    number,
    number,
    number,
  ];
  return (words) => {
    let [s0, s1, s2, s3] = [a, b, c, d];
    for (let i = 0; i < words.length; i++) {
      const five = Math.imul(s1, 5);
      words[i] = Math.imul((five << 7) | (five >>> 25), 9);
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    [a, b, c, d] = [s0, s1, s2, s3];
  };
}

/** A word as a whole number from 0 to `n - 1`; for n below 2^20 none is likelier than another by more than 2^-12. */
export function below(word: number, n: number): number {
  return (word * n * 2 ** -32) >>> 0;
}
