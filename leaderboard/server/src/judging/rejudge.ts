import { BraidynError } from "@braidyn/core";
import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Report } from "@braidyn/harness";
import type { Judging } from "../api.ts";
import { ladderStep } from "../board/ladder.ts";
import { openChallenge } from "../challenges/open.ts";
import type { Queryable } from "../database/connect.ts";
import { notifyEvent, notifyQueue } from "../database/notify.ts";
import type { Tables } from "../database/tables.ts";
import type { Platform } from "../platform.ts";
import { enqueue, priorities } from "../queue/enqueue.ts";
import { lockChain } from "../receipts/chain.ts";

/**
 * Scores every submission again, beside the boards: they follow once it is applied.
 *
 * @param bundle another build of the challenge's bundle; null: the one it has.
 * @throws BraidynError `LEADERBOARD_JUDGING_RUNS`, `LEADERBOARD_NOT_FOUND`.
 */
export async function rejudge(
  platform: Platform,
  { challenge: id, reason, bundle }: { challenge: string; reason: string; bundle: string | null },
): Promise<Judging> {
  const { db, clock } = platform;
  const number = await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    const challenge = await openChallenge(trx, id);
    const digest = bundle ?? challenge.bundle;
    await requireBundle(trx, id, digest);
    const { last } = await trx
      .selectFrom("judgings")
      .select(({ fn }) => fn.max("number").as("last"))
      .where("challenge", "=", id)
      .executeTakeFirstOrThrow();
    if (last > challenge.judging) throw new BraidynError("LEADERBOARD_JUDGING_RUNS", { number: last });
    const next = last + 1;
    await trx
      .insertInto("judgings")
      .values({
        challenge: id,
        number: next,
        reason,
        bundle: digest,
        started_at: clock.now(),
        applied_at: null,
      })
      .execute();
    await enqueueMissing(trx, platform, id, next);
    return next;
  });
  await notifyQueue(db);
  return viewJudging(db, id, number);
}

async function requireBundle(trx: Queryable, challenge: string, digest: string): Promise<void> {
  const found = await trx
    .selectFrom("bundles")
    .select("digest")
    .where("digest", "=", digest)
    .where("challenge", "=", challenge)
    .executeTakeFirst();
  if (found === undefined)
    throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: `bundle ${digest.slice(0, 12)}` });
}

/** Queues what a judging has not seen: everything at first, then what was sent meanwhile. @returns how many. */
async function enqueueMissing(
  trx: Transaction<Tables>,
  { boss, clock }: Platform,
  challenge: string,
  judging: number,
): Promise<number> {
  const missing = await trx
    .selectFrom("submissions as s")
    .select(["s.id", "s.team"])
    .where("s.challenge", "=", challenge)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("runs as r")
            .select("r.id")
            .whereRef("r.submission", "=", "s.id")
            .where("r.judging", "=", judging),
        ),
      ),
    )
    .orderBy("s.number")
    .execute();
  for (const { id: submission, team } of missing) {
    const run = randomUUID();
    await trx
      .insertInto("runs")
      .values({
        ...{ id: run, submission, challenge, team, judging, state: "waiting", job: null, worker: null },
        ...{
          queued_at: clock.now(),
          started_at: null,
          finished_at: null,
          problem: null,
          fault: null,
          log: null,
        },
      })
      .execute();
    await enqueue(boss, trx, { run, priority: priorities.rejudging });
  }
  return missing.length;
}

/**
 * Makes the boards follow a judging in which every submission has been scored: the Ladder rule is gone through again in the
 * order of acceptance.
 *
 * @throws BraidynError `LEADERBOARD_JUDGING_UNDONE` while some are missing; those are queued then.
 */
export async function applyJudging(platform: Platform, challenge: string, number: number): Promise<Judging> {
  const { db, clock } = platform;
  const missing = await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    return enqueueMissing(trx, platform, challenge, number);
  });
  if (missing > 0) await notifyQueue(db);
  await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    const judging = await viewJudging(trx, challenge, number);
    if (judging.appliedAt !== null) return;
    const { done, total } = judging;
    if (done < total) throw new BraidynError("LEADERBOARD_JUDGING_UNDONE", { done, total });
    await climbAgain(trx, challenge, number);
    await trx
      .updateTable("judgings")
      .set({ applied_at: clock.now() })
      .where("challenge", "=", challenge)
      .where("number", "=", number)
      .execute();
    await trx
      .updateTable("challenges")
      .set({ judging: number, bundle: judging.bundle })
      .where("id", "=", challenge)
      .execute();
  });
  await notifyEvent(db, { event: "board", challenge, version: String(number) });
  await notifyEvent(db, { event: "challenge", challenge });
  return viewJudging(db, challenge, number);
}

/** Decides anew what the public board does with each report. One at a time: all of them at once may not fit. */
export async function climbAgain(
  trx: Transaction<Tables>,
  challenge: string,
  judging: number,
): Promise<void> {
  const order = await trx
    .selectFrom("results as x")
    .innerJoin("runs as r", "r.id", "x.run")
    .innerJoin("submissions as s", "s.id", "r.submission")
    .innerJoin("teams as t", "t.id", "s.team")
    .select(["x.run", "s.team", "s.number", "t.kind"])
    .where("r.challenge", "=", challenge)
    .where("r.judging", "=", judging)
    .where("x.board", "=", "public")
    .orderBy("s.number")
    .execute();
  const standing = new Map<string, Report>();
  for (const { run, team, number, kind } of order) {
    const { report: json } = await trx
      .selectFrom("results")
      .select("report")
      .where("run", "=", run)
      .where("board", "=", "public")
      .executeTakeFirstOrThrow();
    const report = JSON.parse(json) as Report;
    const decided =
      kind === "baseline" ? { moved: true, step: null } : ladderStep(standing.get(team) ?? null, report);
    if (decided.moved) standing.set(team, report);
    await trx
      .updateTable("results")
      .set({ ...decided, position: number })
      .where("run", "=", run)
      .where("board", "=", "public")
      .execute();
  }
}

/** @throws BraidynError `LEADERBOARD_NOT_FOUND`. */
export async function viewJudging(db: Queryable, challenge: string, number: number): Promise<Judging> {
  const found = (await viewJudgings(db, challenge)).find((judging) => judging.number === number);
  if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: `judging ${number}` });
  return found;
}

export async function viewJudgings(db: Queryable, challenge: string): Promise<Judging[]> {
  const { rows } = await sql<{
    number: number;
    reason: string;
    bundle: string;
    started_at: Date;
    applied_at: Date | null;
    done: number;
    total: number;
  }>`
    select j.number, j.reason, j.bundle, j.started_at, j.applied_at,
      (select count(*) from runs r where r.challenge = j.challenge and r.judging = j.number
        and r.state in ('scored', 'refused', 'failed')) as done,
      (select count(*) from runs r where r.challenge = j.challenge and r.judging = j.number) as total
    from judgings j where j.challenge = ${challenge} order by j.number`.execute(db);
  return rows.map(({ started_at, applied_at, ...judging }) => ({
    ...judging,
    startedAt: started_at.toISOString(),
    appliedAt: applied_at?.toISOString() ?? null,
  }));
}
