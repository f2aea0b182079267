import type { Queryable } from "../database/connect.ts";

/** Why and when a challenge's submissions were scored, the first time and again. */
export async function judgingsOf(db: Queryable, challenge: string) {
  const found = await db
    .selectFrom("judgings")
    .select(["number", "reason", "bundle", "started_at", "applied_at"])
    .where("challenge", "=", challenge)
    .orderBy("number")
    .execute();
  return found.map(({ started_at, applied_at, ...judging }) => ({
    ...judging,
    startedAt: started_at.toISOString(),
    appliedAt: applied_at?.toISOString() ?? null,
  }));
}
