import type { SessionScore } from "../statistics/session-score.ts";
import type { MetricReport } from "./report.ts";

/** A metric's sessions as statistics take them; none where there is no score. */
export function sessionScores(metric: MetricReport | null): SessionScore[] {
  return (metric?.sessions ?? []).map(({ subject, session, score }) => ({ subject, session, value: score }));
}
