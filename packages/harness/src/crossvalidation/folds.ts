import { BraidynError } from "@braidyn/core";
import type { SessionExamples } from "./session-examples.ts";

/**
 * What is held out: each session in turn, from a model of the same subject's other sessions; or each subject in turn, from
 * a model of all others (leave one mouse out).
 */
export const schemes = ["within-subject", "across-subjects"] as const;
export type Scheme = (typeof schemes)[number];

/** Sessions to learn from and sessions to predict. */
export interface Fold {
  readonly train: readonly SessionExamples[];
  readonly test: readonly SessionExamples[];
}

/**
 * The folds of a scheme. Every session is predicted once, except that subjects with a single session have none to learn
 * from within themselves.
 *
 * @throws BraidynError `CROSSVALIDATION_TOO_FEW` where nothing can be held out.
 */
export function foldsOf(sessions: readonly SessionExamples[], scheme: Scheme): Fold[] {
  const subjects = [...new Set(sessions.map(({ subject }) => subject))];
  const folds = scheme === "across-subjects" ? bySubject(subjects, sessions) : bySession(sessions);
  if (folds.length > 0) return folds;
  throw new BraidynError("CROSSVALIDATION_TOO_FEW", {
    scheme,
    subjects: subjects.length,
    sessions: sessions.length,
  });
}

function bySubject(subjects: readonly string[], sessions: readonly SessionExamples[]): Fold[] {
  if (subjects.length < 2) return [];
  return subjects.map((subject) => ({
    train: sessions.filter((session) => session.subject !== subject),
    test: sessions.filter((session) => session.subject === subject),
  }));
}

function bySession(sessions: readonly SessionExamples[]): Fold[] {
  return sessions.flatMap((held) => {
    const train = sessions.filter(
      ({ subject, session }) => subject === held.subject && session !== held.session,
    );
    return train.length === 0 ? [] : [{ train, test: [held] }];
  });
}
