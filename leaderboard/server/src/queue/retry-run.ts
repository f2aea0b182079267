import { BraidynError } from "@braidyn/core";
import { notifyQueue } from "../database/notify.ts";
import type { RunState } from "../database/tables.ts";
import type { Platform } from "../platform.ts";
import { enqueue, priorities } from "./enqueue.ts";

/**
 * Queues a submission again that failed by the platform's fault; it counts again. One that did not fail stays as it is.
 *
 * @returns its state. @throws BraidynError `LEADERBOARD_NOT_FOUND`.
 */
export async function retryRun({ db, boss, clock }: Platform, submission: string): Promise<RunState> {
  const state = await db.transaction().execute(async (trx) => {
    const run = await trx
      .selectFrom("runs")
      .innerJoin("challenges", "challenges.id", "runs.challenge")
      .select(["runs.id", "runs.state"])
      .where("runs.submission", "=", submission)
      .whereRef("runs.judging", "=", "challenges.judging")
      .forUpdate("runs")
      .executeTakeFirst();
    if (run === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "submission" });
    if (run.state !== "failed") return run.state;
    await trx
      .updateTable("runs")
      .set({
        attempts: 0,
        problem: null,
        fault: null,
        started_at: null,
        finished_at: null,
        queued_at: clock.now(),
      })
      .where("id", "=", run.id)
      .execute();
    await trx.updateTable("submissions").set({ counts: true }).where("id", "=", submission).execute();
    await enqueue(boss, trx, { run: run.id, priority: priorities.submission });
    return "queued" as const;
  });
  await notifyQueue(db);
  return state;
}
