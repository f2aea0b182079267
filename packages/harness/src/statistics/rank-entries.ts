import type { Direction } from "../metric/registry.ts";
import { compareText, groupedScores, meanOf, subjectMeans, type GroupedScores } from "./grouped-scores.ts";
import { differenceOf, pairedDifference, type PairedDifference } from "./paired-bootstrap.ts";
import type { ResamplingOptions } from "./resampling.ts";
import type { SessionScore } from "./session-score.ts";

/** Something to be ranked. */
export interface Entry {
  readonly id: string;
  /** What it scored on each session; empty, or with a value that is not finite: it has no score. */
  readonly scores: readonly SessionScore[];
}

/** An entry's place. */
export interface RankedEntry {
  readonly id: string;
  /** 1, 1, 3: entries that cannot be told apart share a rank. Entries without a score share the last. */
  readonly rank: number;
  /** null: the entry has none. */
  readonly score: number | null;
  /** The entry at the head of its rank, with which it was compared. */
  readonly leader: string;
  /** The leader's score minus its own; null for the leader and for entries without a score. */
  readonly behindLeader: PairedDifference | null;
}

export interface RankingOptions extends ResamplingOptions {
  readonly direction: Direction;
  /** Who shares a rank: entries that the paired bootstrap cannot tell apart, or those of equal score when shown. */
  readonly tie?: "indistinguishable" | "equal";
  /** Digits after the point that scores are shown with. */
  readonly precision?: number;
}

interface Scored {
  readonly id: string;
  readonly grouped: GroupedScores;
  readonly score: number;
}

/**
 * Ranks entries by score. The best leads rank 1; an entry joins the leader's rank while the paired bootstrap's interval
 * of their difference contains 0 (or, with `tie: "equal"`, while their scores are shown alike), and the first that does
 * not leads the next rank. Equal scores are ordered by id.
 *
 * @throws BraidynError `METRIC_SESSIONS_DIFFER` unless all entries with a score were scored on the same sessions.
 */
export function rankEntries(
  entries: readonly Entry[],
  { direction, ...options }: RankingOptions,
): RankedEntry[] {
  const scored = entries.filter(hasScore).map(withScore).sort(betterFirst(direction));
  const unscored = entries.filter((entry) => !hasScore(entry)).sort((a, b) => compareText(a.id, b.id));
  return [
    ...rankScored(scored, options),
    ...unscored.map(({ id }) => ({
      id,
      rank: scored.length + 1,
      score: null,
      leader: unscored[0]!.id,
      behindLeader: null,
    })),
  ];
}

function rankScored(scored: readonly Scored[], options: Omit<RankingOptions, "direction">): RankedEntry[] {
  const first = scored[0];
  if (first === undefined) return [];
  let leader = first;
  let rank = 1;
  return scored.map((entry, position) => {
    const { id, score } = entry;
    const behind = pairedDifference(differenceOf(leader.grouped, entry.grouped), options);
    if (entry !== leader && areTied(leader, entry, behind, options)) {
      return { id, rank, score, leader: leader.id, behindLeader: behind };
    }
    leader = entry;
    rank = position + 1;
    return { id, rank, score, leader: id, behindLeader: null };
  });
}

function areTied(
  a: Scored,
  b: Scored,
  { low, high }: PairedDifference,
  { tie = "indistinguishable", precision = 4 }: Omit<RankingOptions, "direction">,
): boolean {
  if (tie === "equal") return a.score.toFixed(precision) === b.score.toFixed(precision);
  return low <= 0 && high >= 0;
}

function hasScore({ scores }: Entry): boolean {
  return scores.length > 0 && scores.every(({ value }) => Number.isFinite(value));
}

function withScore({ id, scores }: Entry): Scored {
  const grouped = groupedScores(scores);
  return { id, grouped, score: meanOf(subjectMeans(grouped)) };
}

function betterFirst(direction: Direction): (a: Scored, b: Scored) => number {
  const sign = direction === "maximize" ? -1 : 1;
  return (a, b) => sign * (a.score - b.score) || compareText(a.id, b.id);
}
