import { compareSubjects } from "@braidyn/core";
import type { ChallengeDefinition } from "../../challenge/definition.ts";
import type { BundleSplit } from "../manifest.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import type { SessionRows } from "./collect.ts";
import { keptRows } from "./kept-rows.ts";
import { sharedSizes } from "./shared-sizes.ts";

/** A session among the rows of a split. */
export interface PlacedSession {
  readonly rows: SessionRows;
  readonly rowIds: readonly string[];
  /** Used where the rows are test rows: pseudonyms, or the subject itself where the split lets it be known. */
  readonly subjectAlias: string;
  readonly sessionAlias: string;
  /** Rows of the session that the split has, ascending: all of them but in the test split. */
  readonly kept: Uint32Array;
  /** `positions[k]`: which row of the split row `kept[k]` of the session becomes. */
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
 * so the order tells neither session nor time nor label; there, sessions of similar size are made equal. Depends on
 * nothing but the sessions and the secret.
 */
export async function arrangeSplit(
  split: BundleSplit,
  collected: readonly SessionRows[],
  names: Pseudonyms,
  definition: ChallengeDefinition,
): Promise<ArrangedSplit> {
  const ordered = collected.filter(({ group }) => splitOf(group) === split).sort(bySession);
  const counts = ordered.map(({ count }) => count);
  const sizes = split === "test" ? sharedSizes(counts) : counts;
  const binary = Object.keys(definition.truth).filter(
    (column) => definition.truth[column]?.type === "binary",
  );
  const known = definition.split.known_subjects === true;
  let start = 0;
  const sessions: PlacedSession[] = [];
  for (const [i, rows] of ordered.entries()) {
    const rowIds = await Promise.all(
      Array.from({ length: rows.count }, (_, row) => names.rowId(rows.session, row)),
    );
    const classes = binary.map((column) => rows.truth[column] ?? new Float64Array(rows.count));
    const kept = keptRows({ rowIds, classes }, sizes[i] ?? rows.count);
    sessions.push({
      ...{ rows, rowIds, kept },
      subjectAlias: known ? rows.subject : await names.subject(rows.subject),
      sessionAlias: await names.session(rows.session),
      positions: kept.map((_, k) => start + k),
    });
    start += kept.length;
  }
  if (split === "test") orderByRowId(sessions);
  return { split, count: start, sessions };
}

/** Values of all rows of a split, in its order; `i` is the row's number in its session. */
export function inOrder<T>(split: ArrangedSplit, value: (session: PlacedSession, i: number) => T): T[] {
  const values = new Array<T>(split.count);
  for (const session of split.sessions) {
    session.positions.forEach((position, k) => (values[position] = value(session, session.kept[k] ?? 0)));
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
  const rows = sessions.flatMap(({ rowIds, kept, positions }) =>
    Array.from(kept, (row, k) => ({ id: rowIds[row] ?? "", k, positions })),
  );
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.forEach(({ k, positions }, place) => (positions[k] = place));
}
