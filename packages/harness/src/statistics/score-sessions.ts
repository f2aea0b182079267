import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Metric } from "../metric/registry.ts";
import type { SessionScore } from "./session-score.ts";

/** Truth and prediction of one session; both as long as the session has scored rows. */
export interface SessionRows {
  readonly subject: string;
  readonly session: string;
  readonly truth: Float64Array;
  readonly prediction: Float64Array;
  /** For metrics that compare with a reference prediction. */
  readonly reference?: Float64Array;
}

/** What is wrong with a session's truth, not with the prediction: the session is left out for every entry alike. */
export const skipCodes = [
  "METRIC_SINGLE_CLASS",
  "METRIC_CONSTANT_TRUTH",
  "METRIC_TOO_FEW",
  "METRIC_CLASS_ABSENT",
  "METRIC_EMPTY", // the truth of a column is NaN in all of the session's rows
] as const;
export type SkipCode = (typeof skipCodes)[number];

/** A session that was left out, and why. */
export interface SkippedSession {
  readonly subject: string;
  readonly session: string;
  /** Its code and text in every language; as JSON, `{ code, message, hint }`. */
  readonly reason: BraidynError<SkipCode>;
}

export interface SessionScores {
  readonly scores: readonly SessionScore[];
  readonly skipped: readonly SkippedSession[];
}

/** A board on which more is missing says little of the data it claims to be about. */
export const MAX_SKIPPED_SHARE = 0.2;

/**
 * Scores each session on its own. Sessions whose truth leaves the metric undefined are listed as skipped, never scored
 * as chance.
 *
 * @throws BraidynError `METRIC_SKIPPED` where more than 20 % are skipped, `METRIC_NO_SESSIONS`, and whatever the metric
 *   throws about a prediction.
 */
export function scoreSessions(
  metric: Pick<Metric, "compute">,
  sessions: Iterable<SessionRows>,
): SessionScores {
  return scoreEach(sessions, ({ truth, prediction, reference }) =>
    metric.compute(truth, prediction, reference),
  );
}

/** The same for anything that can be scored on its own. */
export function scoreEach<Group extends { readonly subject: string; readonly session: string }>(
  groups: Iterable<Group>,
  compute: (group: Group) => number,
): SessionScores {
  const scores: SessionScore[] = [];
  const skipped: SkippedSession[] = [];
  for (const group of groups) {
    const { subject, session } = group;
    const result = scoreOrReason(() => compute(group));
    if (typeof result === "number") scores.push({ subject, session, value: result });
    else skipped.push({ subject, session, reason: result });
  }
  checkSkipped(skipped, scores.length + skipped.length);
  return { scores, skipped };
}

function scoreOrReason(compute: () => number): number | BraidynError<SkipCode> {
  try {
    return compute();
  } catch (error) {
    if (isSkipReason(error)) return error;
    throw error;
  }
}

function isSkipReason(error: unknown): error is BraidynError<SkipCode> {
  return skipCodes.some((code) => isBraidynError(error, code));
}

function checkSkipped(skipped: readonly SkippedSession[], sessions: number): void {
  if (sessions === 0) throw new BraidynError("METRIC_NO_SESSIONS", {});
  const [first] = skipped;
  if (first === undefined || skipped.length <= MAX_SKIPPED_SHARE * sessions) return;
  throw new BraidynError(
    "METRIC_SKIPPED",
    {
      skipped: skipped.length,
      sessions,
      limit: 100 * MAX_SKIPPED_SHARE,
      subject: first.subject,
      session: first.session,
      code: first.reason.code,
    },
    { cause: first.reason },
  );
}
