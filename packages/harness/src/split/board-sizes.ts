import type { Board } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import { memberKeys } from "./members.ts";

/** How many subjects and sessions there are where a split does not say: as in DANDI:001425. */
export interface Cohort {
  readonly subjects: number;
  /** Of each subject. */
  readonly sessions: number;
}

/** A board and the number of scored units of each of its subjects. */
export interface BoardSize {
  readonly board: Board;
  readonly sessions: readonly number[];
}

/**
 * What a challenge's split promises, before a session has been read: a day that was not recorded counts as one that was.
 * A challenge that scores subjects as a whole has one unit a subject.
 */
export function boardSizes(definition: ChallengeDefinition, cohort: Cohort): BoardSize[] {
  const boards = ["validation", "public", "private"] as const;
  return boards.flatMap((board) => {
    const sessions = sessionsOf(definition, board, cohort);
    const units = definition.aggregation === "subject" ? sessions.map(() => 1) : sessions;
    return units.length === 0 ? [] : [{ board, sessions: units }];
  });
}

function sessionsOf({ split, data }: ChallengeDefinition, group: Board, cohort: Cohort): number[] {
  const members = split[group];
  const keys = new Set(
    members.flatMap((member) => {
      const found = memberKeys(member, split.unit);
      return "keys" in found ? found.keys : [];
    }),
  );
  if (keys.size === 0) return [];
  if (split.unit === "day") return Array.from({ length: cohort.subjects }, () => keys.size);
  if (split.unit === "subject") {
    const { days } = data.sessions;
    const sessions = days === undefined ? cohort.sessions : days.to - days.from + 1;
    return [...keys].map(() => sessions);
  }
  const perSubject = new Map<string, number>();
  for (const key of keys) {
    // a session's key and a day's of a subject begin with the subject: VG1-GC#48_2023-05-30_task-day2, VG1-GC#48 day 2
    const subject = key.replace(split.unit === "session" ? /_\d{4}-.*$/ : / day \d+$/, "");
    perSubject.set(subject, (perSubject.get(subject) ?? 0) + 1);
  }
  return [...perSubject.values()];
}
