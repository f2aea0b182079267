import type { Transaction } from "kysely";
import type { StoredProblem, Tables } from "../database/tables.ts";

/** Ends a run without a score. By the platform's fault it no longer counts against the team's limits. */
export async function endRun(
  trx: Transaction<Tables>,
  {
    run,
    fault,
    problem,
    log = null,
    now,
  }: { run: string; fault: "team" | "platform"; problem: StoredProblem; log?: string | null; now: Date },
): Promise<void> {
  const { submission } = await trx
    .updateTable("runs")
    .set({
      ...{ state: fault === "team" ? "refused" : "failed", fault, log, finished_at: now },
      problem: JSON.stringify(problem),
    })
    .where("id", "=", run)
    .returning("submission")
    .executeTakeFirstOrThrow();
  if (fault === "platform") {
    await trx
      .updateTable("submissions")
      .set({ counts: false })
      .where("id", "=", submission)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("runs")
              .select("id")
              .whereRef("runs.submission", "=", "submissions.id")
              .where("state", "=", "scored"),
          ),
        ),
      )
      .execute();
  }
}
