import { createRandom } from "../../random.ts";
import { createNormals } from "../normal-draws.ts";
import { groupedScores } from "../grouped-scores.ts";
import { expandedInterval } from "../interval.ts";
import { percentileOfSorted } from "../../metric/percentile.ts";
import { resampledScores } from "../resampling.ts";

/** How far the differences between two entries spread. */
export interface DifferenceSpread {
  /** Standard deviation between subjects of a subject's true difference. */
  readonly subjectSd: number;
  /** Standard deviation between sessions of one subject. */
  readonly sessionSd: number;
}

export interface PowerOptions extends DifferenceSpread {
  /** Number of sessions of each subject. */
  readonly sessions: readonly number[];
  /** How likely the difference is to be found. */
  readonly power?: number;
  /** Number of simulated events. */
  readonly studies?: number;
  readonly resamples?: number;
  readonly level?: number;
  readonly seed?: number;
}

/**
 * The smallest true difference between two entries that a board with these subjects and sessions tells from 0 with the
 * probability `power`: the paired bootstrap's interval then leaves 0 out and the entries do not share a rank.
 *
 * Found by simulation with the interval that ranks entries. A difference moves an interval without changing its width,
 * so events without a difference suffice: each shows how large one would have had to be.
 */
export function smallestDifference(options: PowerOptions): number {
  const { sessions, subjectSd, sessionSd, power = 0.8, studies = 500, seed = 0 } = options;
  const random = createRandom(`power/${seed}`);
  const normal = createNormals(random);
  const needed = Float64Array.from({ length: studies }, (_, study) => {
    const differences = sessions.flatMap((count, s) => {
      const ofSubject = subjectSd * normal();
      return Array.from({ length: count }, (_, i) => ({
        ...{ subject: `m${s}`, session: `day${i}` },
        value: ofSubject + sessionSd * normal(),
      }));
    });
    const { resamples = 1000, level } = options;
    const sorted = resampledScores(groupedScores(differences), { seed: study, resamples });
    return -expandedInterval(sorted, sessions.length, level).low;
  });
  return Math.max(0, percentileOfSorted(needed.sort(), 100 * power));
}

/**
 * The spread of the differences between two entries, from their differences session by session: within subjects the
 * pooled variance, between subjects what the variance of their means has beyond it (never below 0).
 * Source: the one-way analysis of variance estimator, Searle, Casella & McCulloch 1992, ch. 3.
 *
 * @param differences one array of session differences a subject.
 */
export function differenceSpread(differences: readonly (readonly number[])[]): DifferenceSpread {
  const means = differences.map(meanOf);
  const squares = differences.map((own, s) =>
    own.reduce((sum, d) => sum + (d - means[s]!) * (d - means[s]!), 0),
  );
  const freedom = differences.reduce((sum, own) => sum + own.length - 1, 0);
  const within = freedom > 0 ? squares.reduce((a, b) => a + b, 0) / freedom : 0;
  const mean = meanOf(means);
  const ofMeans = means.reduce((sum, m) => sum + (m - mean) * (m - mean), 0) / Math.max(1, means.length - 1);
  const perSession = meanOf(differences.map((own) => 1 / own.length));
  return { subjectSd: Math.sqrt(Math.max(0, ofMeans - within * perSession)), sessionSd: Math.sqrt(within) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
