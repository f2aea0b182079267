import { naturalLog } from "../../metric/natural-log.ts";
import { rocAuc } from "../../metric/roc-auc.ts";
import type { Random } from "../../random.ts";
import { createNormals } from "../normal-draws.ts";
import { normalTail } from "../normal-tail.ts";
import type { SessionScore } from "../session-score.ts";

/** How large a simulated study is. */
export interface StudySize {
  readonly subjects: number;
  /** Of each subject; half of it on average where numbers differ. */
  readonly sessions: number;
}

/** A world whose true score is known, and studies drawn from it. */
export interface Condition {
  /** What a score of a new session of a new subject is on average. */
  readonly truth: number;
  draw(random: Random, size: StudySize): SessionScore[];
}

/**
 * The worlds in which coverage is measured. Spreads are those of mice in this dataset: a published mean of .804 with
 * the 95 % interval .780 to .829 over 25 mice means a standard deviation of .06 between mice.
 */
export const conditions = {
  /** Subjects and sessions spread normally. */
  normal: {
    truth: 0.8,
    draw: (random, size) => spread(random, size, normalSubjects(random), () => size.sessions),
  },
  /** A few subjects are far worse than the others: an exponential tail. */
  skewed: {
    truth: 0.8,
    draw: (random, size) =>
      spread(
        random,
        size,
        () => 0.06 * (1 + naturalLog(1 - random.uniform())),
        () => size.sessions,
      ),
  },
  /** Subjects have from one session to all of them. */
  unequal: {
    truth: 0.8,
    draw: (random, size) =>
      spread(random, size, normalSubjects(random), () => 1 + random.integer(size.sessions)),
  },
  /** The AUC of 40 windows a session, whose two classes lie 1.25 apart, more or less by subject and by session. */
  auc: { truth: 1 - normalTail(1.25 / Math.sqrt(2 + 0.4 * 0.4 + 0.2 * 0.2)), draw: drawAucs },
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
export const conditionNames = Object.keys(conditions) as ConditionName[];

function normalSubjects(random: Random): () => number {
  const normal = createNormals(random);
  return () => 0.06 * normal();
}

function spread(
  random: Random,
  { subjects }: StudySize,
  subjectEffect: () => number,
  sessionsOf: () => number,
): SessionScore[] {
  const normal = createNormals(random);
  return Array.from({ length: subjects }, (_, s) => {
    const level = 0.8 + subjectEffect();
    return Array.from({ length: sessionsOf() }, (_, i) => ({
      ...{ subject: `m${s}`, session: `day${i}` },
      value: level + 0.04 * normal(),
    }));
  }).flat();
}

const windows = 40;

/** With scores normal in both classes and d apart, the AUC is Phi(d / sqrt 2); a normal d makes its mean as above. */
function drawAucs(random: Random, { subjects, sessions }: StudySize): SessionScore[] {
  const normal = createNormals(random);
  const truth = Float64Array.from({ length: windows }, (_, i) => i % 2);
  return Array.from({ length: subjects }, (_, s) => {
    const ofSubject = 1.25 + 0.4 * normal();
    return Array.from({ length: sessions }, (_, i) => {
      const apart = ofSubject + 0.2 * normal();
      const value = rocAuc(
        truth,
        truth.map((label) => label * apart + normal()),
      );
      return { subject: `m${s}`, session: `day${i}`, value };
    });
  }).flat();
}
