import { BraidynError } from "@braidyn/core";
import { randomUUID } from "node:crypto";
import type { Queryable } from "../database/connect.ts";
import { nameKey, teamName } from "./team-name.ts";

export interface TeamRow {
  readonly id: string;
  readonly name: string;
}

/** @throws BraidynError `LEADERBOARD_NAME`, `LEADERBOARD_NAME_TAKEN`. */
export async function createTeam(db: Queryable, typed: string, now: Date): Promise<TeamRow> {
  const name = teamName(typed);
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("teams")
    .values({
      ...{ id, name, name_key: nameKey(name), kind: "team", challenge: null },
      ...{ created_at: now, suspended_at: null },
    })
    .onConflict((conflict) => conflict.column("name_key").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new BraidynError("LEADERBOARD_NAME_TAKEN", { name });
  return { id, name };
}

/** @throws BraidynError `LEADERBOARD_NAME`, `LEADERBOARD_NAME_TAKEN`. */
export async function renameTeam(db: Queryable, id: string, typed: string): Promise<void> {
  const name = teamName(typed);
  const other = await db
    .selectFrom("teams")
    .select("id")
    .where("name_key", "=", nameKey(name))
    .where("id", "!=", id)
    .executeTakeFirst();
  if (other !== undefined) throw new BraidynError("LEADERBOARD_NAME_TAKEN", { name });
  await db
    .updateTable("teams")
    .set({ name, name_key: nameKey(name) })
    .where("id", "=", id)
    .execute();
}

/** The account of a challenge's baseline, which nobody can log in to. */
export async function baselineTeam(
  db: Queryable,
  { challenge, name: typed, now }: { challenge: string; name: string; now: Date },
): Promise<TeamRow> {
  const name = teamName(typed);
  const key = `baseline:${challenge}:${nameKey(name)}`;
  const values = {
    id: randomUUID(),
    name,
    name_key: key,
    kind: "baseline" as const,
    challenge,
    created_at: now,
  };
  await db
    .insertInto("teams")
    .values({ ...values, suspended_at: null })
    .onConflict((conflict) => conflict.column("name_key").doNothing())
    .execute();
  return db.selectFrom("teams").select(["id", "name"]).where("name_key", "=", key).executeTakeFirstOrThrow();
}
