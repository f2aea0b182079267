import { sql } from "kysely";
import type { Queryable } from "../database/connect.ts";
import { notifyEvent, notifyQueue } from "../database/notify.ts";
import type { Platform } from "../platform.ts";
import { retryLimit } from "./boss.ts";
import { enqueue, priorities, promote } from "./enqueue.ts";
import { endRun } from "./fail-run.ts";

interface LostRun {
  readonly id: string;
  readonly submission: string;
  readonly challenge: string;
  readonly team: string;
  readonly judging: number;
  readonly attempts: number;
  /** Of its job; null where that is gone. */
  readonly job_state: string | null;
}

/**
 * Makes runs and jobs agree, so that nothing waits for ever: a run whose job is gone is queued again, one whose job was
 * given up has failed by the platform's fault, a lane where nothing is before the first that waits moves on. Any process
 * may call it; one at a time does the work.
 */
export async function reconcile(platform: Platform): Promise<void> {
  const { db } = platform;
  const changed = await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('braidyn-reconcile')) as got`.execute(trx);
    return rows[0]?.got === true ? findLost(trx) : null;
  });
  if (changed === null) return;
  for (const run of changed) await settle(platform, run);
  await moveStalledLanes(platform);
}

async function findLost(trx: Queryable): Promise<LostRun[]> {
  const { rows } = await sql<LostRun>`
    select r.id, r.submission, r.challenge, r.team, r.judging, r.attempts, j.state::text as job_state
    from runs r left join pgboss.job j on j.id = r.job and j.name = 'score'
    where r.state in ('queued', 'running')
      and (j.id is null or j.state in ('completed', 'cancelled', 'failed'))
    limit 100`.execute(trx);
  return rows;
}

async function settle({ db, boss, clock, log }: Platform, lost: LostRun): Promise<void> {
  const over = lost.job_state === "failed" || lost.attempts > retryLimit;
  const done = await db.transaction().execute(async (trx) => {
    const run = await trx
      .selectFrom("runs")
      .select(["state", "attempts"])
      .where("id", "=", lost.id)
      .where("state", "in", ["queued", "running"])
      .forUpdate()
      .executeTakeFirst();
    if (run === undefined) return false;
    if (!over) {
      await enqueue(boss, trx, { run: lost.id, priority: priorities.submission });
      return true;
    }
    const problem = {
      code: "LEADERBOARD_PLATFORM" as const,
      parameters: { attempts: run.attempts, reason: lost.job_state ?? "lost" },
    };
    await endRun(trx, { run: lost.id, fault: "platform", problem, now: clock.now() });
    await promote(boss, trx, lost);
    return true;
  });
  if (!done) return;
  log.warn({ run: lost.id, submission: lost.submission, over, job: lost.job_state }, "run reconciled");
  await notifyQueue(db);
  const { challenge, team, submission: id } = lost;
  await notifyEvent(db, { event: "submission", challenge, team, id, status: over ? "failed" : "queued" });
}

/** Waiting runs that nobody will wake: whoever should have was killed at the wrong moment. */
async function moveStalledLanes({ db, boss }: Platform): Promise<void> {
  const lanes = await db
    .selectFrom("runs as waiting")
    .select(["waiting.team", "waiting.challenge", "waiting.judging"])
    .distinct()
    .where("waiting.state", "=", "waiting")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("runs as busy")
            .select("busy.id")
            .whereRef("busy.team", "=", "waiting.team")
            .whereRef("busy.challenge", "=", "waiting.challenge")
            .whereRef("busy.judging", "=", "waiting.judging")
            .where("busy.state", "in", ["queued", "running"]),
        ),
      ),
    )
    .limit(100)
    .execute();
  for (const lane of lanes) await db.transaction().execute((trx) => promote(boss, trx, lane));
  if (lanes.length > 0) await notifyQueue(db);
}
