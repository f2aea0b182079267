import { BraidynError } from "@braidyn/core";
import { randomUUID } from "node:crypto";
import type { Connection, Queryable } from "../database/connect.ts";
import { hashSecret, isSecret, makeSecret } from "./secret.ts";
import { labelOf } from "./team-name.ts";
import { createTeam, type TeamRow } from "./teams.ts";
import { issueToken, type IssuedToken } from "./tokens.ts";

/** Days that a team's token lasts: longer than an event, shorter than for ever. */
export const teamTokenDays = 120;

export interface InvitationOptions {
  readonly team: string | null;
  readonly uses: number;
  readonly hours: number;
  readonly now: Date;
}

/** @returns its id and its code, which is shown once. */
export async function createInvitation(
  db: Queryable,
  { team, uses, hours, now }: InvitationOptions,
): Promise<{ id: string; code: string; expiresAt: Date }> {
  const code = makeSecret("invite");
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + hours * 3600_000);
  await db
    .insertInto("invitations")
    .values({
      ...{ id, hash: hashSecret(code), team, uses_left: uses },
      ...{ created_at: now, expires_at: expiresAt, revoked_at: null },
    })
    .execute();
  return { id, code, expiresAt };
}

/** @throws BraidynError `LEADERBOARD_INVITATION` unless it can be used now. */
export async function findInvitation(db: Queryable, code: string, now: Date, lock = false) {
  if (!isSecret(code)) throw new BraidynError("LEADERBOARD_INVITATION", {});
  const found = await db
    .selectFrom("invitations")
    .select(["id", "team", "uses_left", "expires_at", "revoked_at"])
    .where("hash", "=", hashSecret(code))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  const usable =
    found !== undefined && found.uses_left > 0 && found.revoked_at === null && found.expires_at > now;
  if (!usable) throw new BraidynError("LEADERBOARD_INVITATION", {});
  return found;
}

/**
 * Uses an invitation: makes the team, or takes the one that it is to, and issues a token of it. A name that is refused
 * uses nothing up.
 *
 * @throws BraidynError `LEADERBOARD_INVITATION`, `LEADERBOARD_NAME`, `LEADERBOARD_NAME_TAKEN`.
 */
export async function join(
  db: Connection,
  { code, name, label, now }: { code: string; name: string | undefined; label: string; now: Date },
): Promise<{ team: TeamRow; token: IssuedToken }> {
  return db.transaction().execute(async (trx) => {
    const invitation = await findInvitation(trx, code, now, true);
    await trx
      .updateTable("invitations")
      .set({ uses_left: invitation.uses_left - 1 })
      .where("id", "=", invitation.id)
      .execute();
    const team =
      invitation.team === null
        ? await createTeam(trx, name ?? "", now)
        : await trx
            .selectFrom("teams")
            .select(["id", "name"])
            .where("id", "=", invitation.team)
            .executeTakeFirstOrThrow();
    const token = await issueToken(trx, { team: team.id, label: labelOf(label), now, days: teamTokenDays });
    return { team, token };
  });
}
