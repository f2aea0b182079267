import { canonicalJson, type Board, type Report, type Signer } from "@braidyn/harness";
import type { Transaction } from "kysely";
import { fromKysely, type JobAttempt } from "pg-boss";
import { ladderStep } from "../board/ladder.ts";
import { notifyEvent, notifyQueue } from "../database/notify.ts";
import type { StoredProblem, Tables } from "../database/tables.ts";
import type { Platform } from "../platform.ts";
import { scoreQueue } from "../queue/boss.ts";
import { promote } from "../queue/enqueue.ts";
import { endRun } from "../queue/fail-run.ts";
import { addReceipts, lockChain } from "../receipts/chain.ts";
import type { Outcome } from "./scorer.ts";

/** A run that a worker has at hand. */
export interface RunAtWork {
  readonly id: string;
  readonly submission: string;
  readonly challenge: string;
  readonly team: string;
  readonly judging: number;
  readonly bundle: string;
}

export interface Finish {
  readonly run: RunAtWork;
  readonly job: JobAttempt;
  readonly outcome: Outcome;
  readonly privateDigest: string;
  readonly signer: Signer;
}

/**
 * Writes down what became of a run, lets the team's next one into the queue and settles the job, all in one transaction. A
 * run that another worker finished first stays as it is: its first result is its only one.
 *
 * @returns whether this was the one.
 */
export async function finish(
  platform: Platform,
  { run, job, outcome, ...signing }: Finish,
): Promise<boolean> {
  const { db, boss, log } = platform;
  const done = await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    const current = await trx
      .selectFrom("runs")
      .select("state")
      .where("id", "=", run.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const first = current.state === "running" || current.state === "queued";
    if (first) await write(trx, platform, { run, outcome, ...signing });
    await promote(boss, trx, run);
    await boss.complete(scoreQueue, job, null, { db: fromKysely(trx) });
    return first;
  });
  const { challenge, team, submission: id } = run;
  if (!done) {
    log.info({ run: run.id, submission: id }, "run was finished by another worker");
    return false;
  }
  await notifyQueue(db);
  await notifyEvent(db, { event: "submission", challenge, team, id, status: outcome.status });
  await notifyEvent(db, { event: "board", challenge, version: id });
  return true;
}

async function write(
  trx: Transaction<Tables>,
  { clock }: Platform,
  { run, outcome, ...signing }: Omit<Finish, "job">,
): Promise<void> {
  const now = clock.now();
  if (outcome.status === "refused") {
    const { code, parameters } = outcome.error;
    const problem: StoredProblem = { code, parameters: parameters as StoredProblem["parameters"] };
    return endRun(trx, { run: run.id, fault: "team", problem, log: outcome.log, now });
  }
  const reports = Object.values(outcome.reports);
  const ladder = await standingOf(trx, run, outcome.reports.public);
  for (const report of reports) {
    const { score = null, low = null, high = null } = report.metrics[0] ?? {};
    await trx
      .insertInto("results")
      .values({
        ...{ run: run.id, board: report.board, report: canonicalJson(report), score, low, high },
        verified: report.verified,
        ...(report.board === "public" ? ladder : { moved: null, step: null }),
      })
      .execute();
  }
  await addReceipts(trx, signing.signer, {
    run: run.id,
    reports: inOrder(reports),
    privateDigest: signing.privateDigest,
  });
  await trx
    .updateTable("runs")
    .set({ state: "scored", finished_at: now, log: outcome.log })
    .where("id", "=", run.id)
    .execute();
}

const boardOrder: readonly Board[] = ["validation", "public", "private"];

function inOrder(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => boardOrder.indexOf(a.board) - boardOrder.indexOf(b.board));
}

/** What the public board does with the report; nothing yet while the judging is not the one that it follows. */
async function standingOf(
  trx: Transaction<Tables>,
  { team, challenge, judging }: RunAtWork,
  report: Report | undefined,
): Promise<{ moved: boolean | null; step: number | null }> {
  const { judging: current } = await trx
    .selectFrom("challenges")
    .select("judging")
    .where("id", "=", challenge)
    .executeTakeFirstOrThrow();
  if (report === undefined || judging !== current) return { moved: null, step: null };
  const owner = await trx.selectFrom("teams").select("kind").where("id", "=", team).executeTakeFirstOrThrow();
  // a baseline that is put up again replaces the one before
  if (owner.kind === "baseline") return { moved: true, step: null };
  const standing = await trx
    .selectFrom("results")
    .innerJoin("runs", "runs.id", "results.run")
    .select("results.report")
    .where("runs.team", "=", team)
    .where("runs.challenge", "=", challenge)
    .where("runs.judging", "=", judging)
    .where("results.board", "=", "public")
    .where("results.moved", "=", true)
    .orderBy("results.position", "desc")
    .limit(1)
    .executeTakeFirst();
  return ladderStep(standing === undefined ? null : (JSON.parse(standing.report) as Report), report);
}
