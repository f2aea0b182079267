import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { fromKysely, type PgBoss } from "pg-boss";
import type { Tables } from "../database/tables.ts";
import { scoreQueue } from "./boss.ts";

/** What a job says; everything else is in the run. */
export interface ScoreJob {
  readonly run: string;
}

/** New submissions go before rejudging. */
export const priorities = { submission: 10, rejudging: 0 } as const;

/** Puts a run in the queue, in the transaction that makes it so: both happen, or neither. */
export async function enqueue(
  boss: PgBoss,
  trx: Transaction<Tables>,
  { run, priority }: { run: string; priority: number },
): Promise<void> {
  const job = randomUUID();
  await trx.updateTable("runs").set({ state: "queued", job }).where("id", "=", run).execute();
  const data: ScoreJob = { run };
  await boss.send(scoreQueue, data, { id: job, priority, db: fromKysely(trx) });
}

/** Who waits for whom: one submission of a team to a challenge is in the queue at a time. */
export interface Lane {
  readonly team: string;
  readonly challenge: string;
  readonly judging: number;
}

/** Whether a lane has a run in the queue or at work. Ask with the team's row locked. */
export async function isBusy(trx: Transaction<Tables>, lane: Lane): Promise<boolean> {
  const found = await trx
    .selectFrom("runs")
    .select("id")
    .where("team", "=", lane.team)
    .where("challenge", "=", lane.challenge)
    .where("judging", "=", lane.judging)
    .where("state", "in", ["queued", "running"])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Lets the lane's next waiting run into the queue, where there is one and nothing is before it. */
export async function promote(boss: PgBoss, trx: Transaction<Tables>, lane: Lane): Promise<boolean> {
  await trx.selectFrom("teams").select("id").where("id", "=", lane.team).forUpdate().execute();
  if (await isBusy(trx, lane)) return false;
  const next = await trx
    .selectFrom("runs")
    .innerJoin("submissions", "submissions.id", "runs.submission")
    .select("runs.id")
    .where("runs.team", "=", lane.team)
    .where("runs.challenge", "=", lane.challenge)
    .where("runs.judging", "=", lane.judging)
    .where("runs.state", "=", "waiting")
    .orderBy("submissions.number")
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) return false;
  await enqueue(boss, trx, { run: next.id, priority: priorities.submission });
  return true;
}
