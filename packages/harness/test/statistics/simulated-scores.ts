import type { SessionScore } from "../../src/statistics/session-score.ts";
import type { Random } from "../../src/random.ts";

/** Scores around `mean` whose subjects differ by `between` and whose sessions by `within` (standard deviations). */
export function simulatedScores(
  random: Random,
  { subjects = 12, sessions = 6, mean = 0.8, between = 0.05, within = 0.02 } = {},
): SessionScore[] {
  return Array.from({ length: subjects }, (_, s) => {
    const level = mean + between * normal(random);
    return Array.from({ length: sessions }, (_, i) => ({
      subject: `VG1-GC#${s + 48}`,
      session: `day${i + 1}`,
      value: level + within * normal(random),
    }));
  }).flat();
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
