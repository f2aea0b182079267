import { groupedScores } from "../statistics/grouped-scores.ts";
import { differenceOf } from "../statistics/paired-bootstrap.ts";
import type { Report } from "./report.ts";
import { sessionScores } from "./session-scores.ts";

/**
 * The first report's primary score minus the second's, session by session: one array a subject.
 *
 * @throws BraidynError `METRIC_SESSIONS_DIFFER` unless both were scored on the same sessions.
 */
export function pairedSessions(a: Report, b: Report): number[][] {
  const [of, from] = [a, b].map(({ metrics }) => groupedScores(sessionScores(metrics[0] ?? null)));
  const { subjects, starts, values } = differenceOf(of!, from!);
  return subjects.map((_, s) => Array.from(values.subarray(starts[s], starts[s + 1])));
}
