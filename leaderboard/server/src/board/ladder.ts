import { isBraidynError } from "@braidyn/core";
import { pairedSessions, type Report } from "@braidyn/harness";

/** Below this a board does not move, however sure the difference. */
export const smallestStep = 0.005;

/** What the board does with a new score. */
export interface LadderStep {
  /** Whether the public score becomes that of the new report. */
  readonly moved: boolean;
  /** How much better it had to be; null where there was none before. */
  readonly step: number | null;
}

/**
 * The Ladder rule: a team's public score moves only to a report that is better than the one it stands on by more than one
 * standard error of their paired difference, and by more than {@link smallestStep}. Else nothing is told but that, so that a team
 * that tries many times learns little of the rows behind the board. The first report always stands; reports that were
 * scored on other sessions cannot be compared, and the new one stands.
 *
 * Source: Blum & Hardt 2015, "The Ladder: A Reliable Leaderboard for Machine Learning Competitions", parameter-free.
 */
export function ladderStep(standing: Report | null, report: Report): LadderStep {
  const differences = standing === null ? null : subjectDifferences(report, standing);
  if (differences === null) return { moved: true, step: null };
  const sign = report.metrics[0]?.direction === "minimize" ? -1 : 1;
  const step = Math.max(smallestStep, standardError(differences));
  // A gain in a single subject is exactly its own standard error: whoever turns votes one subject at a time gains nothing.
  return { moved: sign * mean(differences) > step * (1 + 1e-9), step };
}

/** One value a subject: subjects are what was drawn at random, sessions of one are alike. */
function subjectDifferences(report: Report, standing: Report): number[] | null {
  try {
    return pairedSessions(report, standing).map(mean);
  } catch (error) {
    if (isBraidynError(error, "METRIC_SESSIONS_DIFFER")) return null;
    throw error;
  }
}

/** Of the mean of independent values; 0 of a single one, which tells nothing of its spread. */
function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
