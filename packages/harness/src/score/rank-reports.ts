import { rankEntries } from "../statistics/rank-entries.ts";
import type { PairedDifference } from "../statistics/paired-bootstrap.ts";
import type { MetricReport, Report } from "./report.ts";
import { sessionScores } from "./session-scores.ts";

/** Something that was scored, or could not be (`report: null`). */
export interface BoardEntry {
  readonly name: string;
  readonly report: Report | null;
}

/** One line of a board. */
export interface BoardLine {
  readonly rank: number;
  readonly name: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly subjects: number;
  readonly sessions: number;
  readonly verified: boolean;
  /** The score of the entry at the head of this rank minus this one's; null for that entry itself. */
  readonly behindLeader: PairedDifference | null;
}

/**
 * Ranks reports of one board by the primary metric, the best first; entries that the paired bootstrap cannot tell apart
 * (or, where the challenge says `tie: equal`, whose scores are shown alike) share a rank, entries without a score come
 * last.
 *
 * @throws BraidynError `METRIC_SESSIONS_DIFFER` when they were not scored on the same sessions.
 */
export function rankReports(entries: readonly BoardEntry[]): BoardLine[] {
  const first = entries.find(({ report }) => report !== null)?.report;
  const direction = first?.metrics[0]?.direction ?? "maximize";
  const resampling = first?.statistics ?? { seed: 0 };
  const shared = { tie: first?.statistics.tie ?? "indistinguishable", precision: first?.precision ?? 4 };
  // two teams may have one name: the number keeps them apart
  const byId = new Map(entries.map((entry, i) => [`${entry.name}\u0000${i}`, entry]));
  const scored = [...byId].map(([id, { report }]) => ({ id, scores: sessionScores(primaryOf(report)) }));
  return rankEntries(scored, { direction, ...resampling, ...shared }).map(({ id, rank, behindLeader }) => {
    const entry = byId.get(id);
    return { rank, behindLeader, ...lineOf(entry?.name ?? "", entry?.report ?? null) };
  });
}

function lineOf(name: string, report: Report | null): Omit<BoardLine, "rank" | "behindLeader"> {
  const primary = primaryOf(report);
  return {
    name,
    score: primary?.score ?? null,
    low: primary?.low ?? null,
    high: primary?.high ?? null,
    subjects: primary?.subjects.length ?? 0,
    sessions: primary?.sessions.length ?? 0,
    verified: report?.verified ?? false,
  };
}

function primaryOf(report: Report | null): MetricReport | null {
  return report?.metrics[0] ?? null;
}
