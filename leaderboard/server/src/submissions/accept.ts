import { BraidynError } from "@braidyn/core";
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { SubmissionKind } from "../api.ts";
import { openChallenge, type OpenChallenge } from "../challenges/open.ts";
import { notifyEvent, notifyQueue } from "../database/notify.ts";
import type { Tables } from "../database/tables.ts";
import { refuseClosed } from "../limits/phases.ts";
import { quotaOf, refuseExhausted } from "../limits/quota.ts";
import type { Platform } from "../platform.ts";
import { enqueue, isBusy, priorities } from "../queue/enqueue.ts";

/** A file that has arrived whole, of a team or of a baseline. */
export interface Arrival {
  readonly challenge: string;
  readonly team: string;
  readonly fileName: string;
  readonly kind: SubmissionKind;
  readonly bytes: number;
  readonly sha256: string;
  /** Puts what of it is not in the store there, and tells the blob. */
  readonly store: (trx: Transaction<Tables>) => Promise<string>;
  /** Removes what is in the store, where it is not needed. */
  readonly discard: () => Promise<void>;
  /** Baselines come at any time and in any number. */
  readonly unlimited?: boolean;
}

export interface AcceptedSubmission {
  readonly id: string;
  readonly cached: boolean;
}

/**
 * Makes an arrival a submission and queues it, in one transaction: once this returns, it is on the disk and will be
 * scored. The same bytes of the same team are the submission that they were before.
 *
 * @throws BraidynError `LEADERBOARD_SUSPENDED`, `LEADERBOARD_REVEALED`, `LEADERBOARD_CLOSED`, `LEADERBOARD_QUOTA_*`.
 */
export async function accept(platform: Platform, arrival: Arrival): Promise<AcceptedSubmission> {
  const { db } = platform;
  try {
    const accepted = await db.transaction().execute((trx) => acceptIn(trx, platform, arrival));
    if (accepted.cached) await arrival.discard();
    if (accepted.queued) await notifyQueue(db);
    const { challenge, team } = arrival;
    await notifyEvent(db, { event: "submission", challenge, team, id: accepted.id, status: "queued" });
    return { id: accepted.id, cached: accepted.cached };
  } catch (error) {
    await arrival.discard().catch(() => {});
    throw error;
  }
}

async function acceptIn(trx: Transaction<Tables>, platform: Platform, arrival: Arrival) {
  const { challenge: challengeId, team: teamId } = arrival;
  const team = await trx
    .selectFrom("teams")
    .select(["name", "suspended_at"])
    .where("id", "=", teamId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (team.suspended_at !== null) throw new BraidynError("LEADERBOARD_SUSPENDED", { team: team.name });
  const challenge = await openChallenge(trx, challengeId);
  const before = await trx
    .selectFrom("submissions")
    .innerJoin("runs", "runs.submission", "submissions.id")
    .select(["submissions.id", "runs.id as run", "runs.state"])
    .where("submissions.challenge", "=", challengeId)
    .where("submissions.team", "=", teamId)
    .where("submissions.sha256", "=", arrival.sha256)
    .where("runs.judging", "=", challenge.judging)
    .executeTakeFirst();
  if (before !== undefined && before.state !== "failed")
    return { id: before.id, cached: true, queued: false };
  if (arrival.unlimited !== true) await refuseLimits(trx, platform, challenge, teamId);
  if (before !== undefined) return again(trx, platform, challenge, teamId, before);
  return begin(trx, platform, challenge, arrival);
}

async function refuseLimits(
  trx: Transaction<Tables>,
  { clock }: Platform,
  { definition, ...switches }: OpenChallenge,
  team: string,
): Promise<void> {
  const now = clock.now();
  refuseClosed(definition, switches, now);
  refuseExhausted(await quotaOf(trx, { definition, team, now }));
}

async function begin(
  trx: Transaction<Tables>,
  { boss, clock }: Platform,
  { judging }: OpenChallenge,
  arrival: Arrival,
) {
  const { challenge, team, kind, bytes, sha256, fileName } = arrival;
  const now = clock.now();
  const blob = await arrival.store(trx);
  const [id, run] = [randomUUID(), randomUUID()];
  await trx
    .insertInto("submissions")
    .values({ id, challenge, team, file_name: fileName, kind, bytes, sha256, blob, submitted_at: now })
    .execute();
  const busy = await isBusy(trx, { team, challenge, judging });
  await trx
    .insertInto("runs")
    .values({
      ...{ id: run, submission: id, challenge, team, judging, state: "waiting", job: null, worker: null },
      ...{ queued_at: now, started_at: null, finished_at: null, problem: null, fault: null, log: null },
    })
    .execute();
  if (!busy) await enqueue(boss, trx, { run, priority: priorities.submission });
  return { id, cached: false, queued: !busy };
}

/** What failed by the platform's fault is tried again under its old name, and counts again. */
async function again(
  trx: Transaction<Tables>,
  { boss, clock }: Platform,
  { id: challenge, judging }: OpenChallenge,
  team: string,
  { id, run }: { id: string; run: string },
) {
  const busy = await isBusy(trx, { team, challenge, judging });
  await trx
    .updateTable("runs")
    .set({
      ...{ state: "waiting", attempts: 0, queued_at: clock.now(), started_at: null, finished_at: null },
      ...{ problem: null, fault: null, log: null },
    })
    .where("id", "=", run)
    .execute();
  await trx.updateTable("submissions").set({ counts: true }).where("id", "=", id).execute();
  if (!busy) await enqueue(boss, trx, { run, priority: priorities.submission });
  return { id, cached: false, queued: !busy };
}
