import { compareSubjects } from "@braidyn/core";
import type { BundleSplit } from "../manifest.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import type { SessionRows } from "./collect.ts";

/** A session among the rows of a split. */
export interface PlacedSession {
  readonly rows: SessionRows;
  readonly rowIds: readonly string[];
  /** Used where the rows are test rows: pseudonyms, or the subject itself where the split lets it be known. */
  readonly subjectAlias: string;
  readonly sessionAlias: string;
  /** `positions[i]`: which row of the split the session's i-th row becomes. */
  readonly positions: Uint32Array;
}

/** The rows of a split in their final order. */
export interface ArrangedSplit {
  readonly split: BundleSplit;
  readonly count: number;
  readonly sessions: readonly PlacedSession[];
}

/**
 * Orders the rows of a split: train and validation by subject, session and time; test by row id, which is a keyed hash,
 * so the order tells neither session nor time nor label. Depends on nothing but the sessions and the secret.
 *
 * @param knownSubjects whether test rows name their subject, as `split.known_subjects` says.
 */
export async function arrangeSplit(
  split: BundleSplit,
  collected: readonly SessionRows[],
  names: Pseudonyms,
  knownSubjects = false,
): Promise<ArrangedSplit> {
  const ordered = collected.filter(({ group }) => splitOf(group) === split).sort(bySession);
  let start = 0;
  const sessions: PlacedSession[] = [];
  for (const rows of ordered) {
    const indices = Array.from({ length: rows.count }, (_, i) => i);
    const rowIds = await Promise.all(indices.map((i) => names.rowId(rows.session, i)));
    sessions.push({
      rows,
      rowIds,
      subjectAlias: knownSubjects ? rows.subject : await names.subject(rows.subject),
      sessionAlias: await names.session(rows.session),
      positions: Uint32Array.from(indices, (i) => start + i),
    });
    start += rows.count;
  }
  if (split === "test") orderByRowId(sessions);
  return { split, count: start, sessions };
}

/** Values of all rows of a split, in its order. */
export function inOrder<T>(split: ArrangedSplit, value: (session: PlacedSession, i: number) => T): T[] {
  const values = new Array<T>(split.count);
  for (const session of split.sessions) {
    session.positions.forEach((position, i) => (values[position] = value(session, i)));
  }
  return values;
}

function splitOf(group: SessionRows["group"]): BundleSplit {
  return group === "public" || group === "private" ? "test" : group;
}

function bySession(a: SessionRows, b: SessionRows): number {
  const bySubject = compareSubjects(a.subject, b.subject);
  if (bySubject !== 0) return bySubject;
  return a.session < b.session ? -1 : 1;
}

function orderByRowId(sessions: readonly PlacedSession[]): void {
  const rows = sessions.flatMap(({ rowIds, positions }) =>
    rowIds.map((id, index) => ({ id, index, positions })),
  );
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.forEach(({ index, positions }, place) => (positions[index] = place));
}
