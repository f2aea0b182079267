import { naturalLog } from "../metric/natural-log.ts";
import type { Random } from "../random.ts";

/**
 * Draws from the standard normal distribution, two for every accepted pair. Source: the polar method of Marsaglia &
 * Bray 1964. The same in every engine.
 */
export function createNormals(random: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const [x, y] = [2 * random.uniform() - 1, 2 * random.uniform() - 1];
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * naturalLog(s)) / s);
      spare = y * scale;
      return x * scale;
    }
  };
}
