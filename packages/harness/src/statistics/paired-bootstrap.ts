import { BraidynError } from "@braidyn/core";
import { groupedScores, meanOf, subjectMeans, type GroupedScores } from "./grouped-scores.ts";
import { expandedInterval } from "./interval.ts";
import { resampledScores, type ResamplingOptions } from "./resampling.ts";
import type { SessionScore } from "./session-score.ts";

/** How far one entry is ahead of another on the same sessions. */
export interface PairedDifference {
  /** Aggregated score of A minus that of B. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Share of the resamples in which A scores higher, ties counting half. */
  readonly probabilityAGreater: number;
}

/**
 * Compares two entries on the same resamples: what a session is worth to both cancels out.
 *
 * @throws BraidynError `METRIC_SESSIONS_DIFFER` unless both were scored on the same sessions, and as `aggregate`;
 *   RangeError for `resamples` or `level` that make no sense.
 */
export function pairedBootstrap(
  a: readonly SessionScore[],
  b: readonly SessionScore[],
  options: ResamplingOptions,
): PairedDifference {
  return pairedDifference(differenceOf(groupedScores(a), groupedScores(b)), options);
}

/** The same from the differences per session. */
export function pairedDifference(difference: GroupedScores, options: ResamplingOptions): PairedDifference {
  const sorted = resampledScores(difference, options);
  const greater = sorted.reduce((sum, value) => sum + (value > 0 ? 1 : value === 0 ? 0.5 : 0), 0);
  return {
    difference: meanOf(subjectMeans(difference)),
    ...expandedInterval(sorted, difference.subjects.length, options.level),
    probabilityAGreater: greater / sorted.length,
  };
}

/**
 * A - B, session by session: as aggregation is linear, resampling the differences is resampling both alike.
 *
 * @throws BraidynError `METRIC_SESSIONS_DIFFER`.
 */
export function differenceOf(a: GroupedScores, b: GroupedScores): GroupedScores {
  const other = new Set(keysOf(b).map(([key]) => key));
  const missing = keysOf(a).find(([key]) => !other.delete(key));
  const extra = keysOf(b).find(([key]) => other.has(key));
  const odd = missing ?? extra;
  if (odd !== undefined) {
    throw new BraidynError("METRIC_SESSIONS_DIFFER", { subject: odd[1], session: odd[2] });
  }
  return { ...a, values: a.values.map((value, i) => value - b.values[i]!) };
}

function keysOf({
  subjects,
  starts,
  sessions,
}: GroupedScores): [key: string, subject: string, session: string][] {
  return subjects.flatMap((subject, s) =>
    sessions
      .slice(starts[s], starts[s + 1])
      .map((session): [string, string, string] => [JSON.stringify([subject, session]), subject, session]),
  );
}
