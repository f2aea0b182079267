import { finding, type LeakFinding } from "./finding.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";

/**
 * How far pseudonyms could be undone by whoever holds the public recordings and runs the challenge's own code over them:
 * by the number of rows of a session, and by the number of sessions of a subject. A number, not a judgement.
 */
export function identifiability({ sessions, subjects }: LeakRows): LeakFinding[] {
  const rows = [...groupRows(sessions).values()].map((own) => own.length);
  const perSubject = [...groupRows(subjects).values()].map(
    (own) => new Set(own.map((row) => sessions[row])).size,
  );
  return [
    finding("note", "LEAK_BY_SIZE", { unique: unique(rows), of: rows.length, percent: shareFound(rows) }),
    finding("note", "LEAK_BY_SESSIONS", {
      unique: unique(perSubject),
      of: perSubject.length,
      percent: shareFound(perSubject),
    }),
  ];
}

function unique(sizes: readonly number[]): number {
  return [...groupRows(sizes.map(String)).values()].filter((own) => own.length === 1).length;
}

/** Percent that guessing among those of equal size gets right. */
function shareFound(sizes: readonly number[]): number {
  if (sizes.length === 0) return 0;
  return Math.round((1000 * groupRows(sizes.map(String)).size) / sizes.length) / 10;
}
