import { BraidynError } from "@braidyn/core";
import { randomUUID } from "node:crypto";
import type { Queryable } from "../database/connect.ts";
import { hashSecret, isSecret, makeSecret } from "./secret.ts";

/** Whom a request is from. */
export interface Principal {
  readonly role: "organizer" | "team";
  /** Of the token, or of the cookie session's. */
  readonly token: string;
  readonly label: string;
  readonly expiresAt: Date;
  readonly team: { readonly id: string; readonly name: string; readonly suspended: boolean } | null;
}

export interface IssuedToken {
  readonly id: string;
  /** Shown once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

export interface TokenOptions {
  readonly team: string | null;
  readonly label: string;
  readonly now: Date;
  readonly days: number;
  /** The token that a cookie session is opened with. */
  readonly parent?: string;
}

const dayMilliseconds = 24 * 3600_000;

export async function issueToken(
  db: Queryable,
  { team, label, now, days, parent }: TokenOptions,
): Promise<IssuedToken> {
  const role = team === null ? "organizer" : "team";
  const token = makeSecret(parent === undefined ? role : "session");
  const expiresAt = new Date(now.getTime() + days * dayMilliseconds);
  const id = randomUUID();
  await db
    .insertInto("tokens")
    .values({
      ...{ id, role, team, label, hash: hashSecret(token), parent: parent ?? null },
      ...{ created_at: now, expires_at: expiresAt, revoked_at: null, last_used_at: null },
    })
    .execute();
  return { id, token, expiresAt };
}

/** Seconds between two notes of a token's use: reading must not become writing. */
const noteMilliseconds = 60_000;

/**
 * Who holds a token.
 *
 * @throws BraidynError `LEADERBOARD_TOKEN`, `LEADERBOARD_TOKEN_EXPIRED`, `LEADERBOARD_TOKEN_REVOKED`.
 */
export async function authenticate(db: Queryable, secret: string, now: Date): Promise<Principal> {
  if (!isSecret(secret)) throw new BraidynError("LEADERBOARD_TOKEN", {});
  const found = await db
    .selectFrom("tokens")
    .leftJoin("teams", "teams.id", "tokens.team")
    .leftJoin("tokens as parents", "parents.id", "tokens.parent")
    .select(["tokens.id", "tokens.role", "tokens.label", "tokens.expires_at", "tokens.revoked_at"])
    .select(["tokens.parent", "tokens.last_used_at", "parents.revoked_at as parent_revoked_at"])
    .select(["parents.expires_at as parent_expires_at"])
    .select(["teams.id as team", "teams.name as team_name", "teams.suspended_at"])
    .where("tokens.hash", "=", hashSecret(secret))
    .executeTakeFirst();
  if (found === undefined) throw new BraidynError("LEADERBOARD_TOKEN", {});
  if ((found.revoked_at ?? found.parent_revoked_at) !== null)
    throw new BraidynError("LEADERBOARD_TOKEN_REVOKED", {});
  const expiresAt = earlier(found.expires_at, found.parent_expires_at);
  if (expiresAt <= now)
    throw new BraidynError("LEADERBOARD_TOKEN_EXPIRED", { when: expiresAt.toISOString() });
  if (found.last_used_at === null || now.getTime() - found.last_used_at.getTime() > noteMilliseconds) {
    const used = [found.id, ...(found.parent === null ? [] : [found.parent])];
    await db.updateTable("tokens").set({ last_used_at: now }).where("id", "in", used).execute();
  }
  const team =
    found.team === null
      ? null
      : { id: found.team, name: found.team_name ?? "", suspended: found.suspended_at !== null };
  return { role: found.role, token: found.parent ?? found.id, label: found.label, expiresAt, team };
}

function earlier(a: Date, b: Date | null): Date {
  return b !== null && b < a ? b : a;
}

/** Revokes a token, and with it the sessions that it opened. @returns whether there was one. */
export async function revokeToken(
  db: Queryable,
  { id, team, now }: { id: string; team: string | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("tokens")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("parent", "is", null)
    .where("revoked_at", "is", null)
    .$if(team !== null, (query) => query.where("team", "=", team))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
