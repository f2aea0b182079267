import { BraidynError } from "@braidyn/core";
import { finalsLimit } from "../challenges/view.ts";
import type { Connection } from "../database/connect.ts";

/**
 * Makes these the team's finals, and no others; none: the boards choose.
 *
 * @throws BraidynError `LEADERBOARD_FINALS` unless all are scored submissions of the team, two at most.
 */
export async function chooseFinals(
  db: Connection,
  of: { challenge: string; judging: number; team: string; wanted: readonly string[] },
): Promise<void> {
  const { challenge, judging, team, wanted } = of;
  if (wanted.length > finalsLimit) throw new BraidynError("LEADERBOARD_FINALS", {});
  await db.transaction().execute(async (trx) => {
    await trx.selectFrom("teams").select("id").where("id", "=", team).forUpdate().execute();
    const own = await trx
      .selectFrom("submissions")
      .innerJoin("runs", "runs.submission", "submissions.id")
      .select("submissions.id")
      .where("submissions.team", "=", team)
      .where("submissions.challenge", "=", challenge)
      .where("runs.judging", "=", judging)
      .where("runs.state", "=", "scored")
      .execute();
    if (!wanted.every((id) => own.some((submission) => submission.id === id))) {
      throw new BraidynError("LEADERBOARD_FINALS", {});
    }
    const ofTeam = trx.updateTable("submissions").where("team", "=", team).where("challenge", "=", challenge);
    await ofTeam.set({ final: false }).where("final", "=", true).execute();
    if (wanted.length > 0) await ofTeam.set({ final: true }).where("id", "in", wanted).execute();
  });
}
