import { BraidynError } from "@braidyn/core";
import type { ChallengeDefinition } from "@braidyn/harness";
import { sql } from "kysely";
import type { Quota } from "../api.ts";
import type { Queryable } from "../database/connect.ts";
import { dayBounds } from "./day-bounds.ts";
import { challengeZone } from "./time-zone.ts";

/**
 * What a team has used. Counted are submissions that were accepted, whether they score or turn out wrong; not counted are
 * those that the platform failed to score, and the same bytes sent again.
 */
export async function quotaOf(
  db: Queryable,
  { definition, team, now }: { definition: ChallengeDefinition; team: string; now: Date },
): Promise<Quota> {
  const zone = challengeZone(definition);
  const { start, end } = dayBounds(now, zone);
  const { total, day } = await db
    .selectFrom("submissions")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .select(sql<number>`count(*) filter (where submitted_at >= ${start} and submitted_at < ${end})`.as("day"))
    .where("team", "=", team)
    .where("challenge", "=", definition.id)
    .where("counts", "=", true)
    .executeTakeFirstOrThrow();
  const { per_day, total: limit } = definition.limits;
  return {
    day: { used: day, limit: per_day, resetsAt: end.toISOString() },
    total: { used: total, limit },
    timeZone: zone,
  };
}

/** @throws BraidynError `LEADERBOARD_QUOTA_TOTAL`, `LEADERBOARD_QUOTA_DAY`. */
export function refuseExhausted({ day, total, timeZone }: Quota): void {
  if (total.used >= total.limit) throw new BraidynError("LEADERBOARD_QUOTA_TOTAL", { limit: total.limit });
  if (day.used < day.limit) return;
  throw new BraidynError("LEADERBOARD_QUOTA_DAY", { limit: day.limit, resets: day.resetsAt, zone: timeZone });
}
