import type { BoardEntry, ControlEntry } from "@braidyn/leaderboard/api";

/** A team with a score; baselines and others say so. */
export function entry(name: string, score: number | null, more: Partial<BoardEntry> = {}): BoardEntry {
  return {
    ...{ kind: "team", id: name, name, rank: null, score, low: null, high: null, verified: false },
    ...{ behindLeader: null, subjects: [], submissions: 1, submittedAt: null, final: false },
    ...more,
  };
}

export function control(name: ControlEntry["control"], score: number | null): ControlEntry {
  return { control: name, score, low: null, high: null, outside: null, reason: null };
}
