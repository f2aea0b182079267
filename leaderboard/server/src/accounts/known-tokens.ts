import type { Queryable } from "../database/connect.ts";
import { hashSecret } from "./secret.ts";

/**
 * Tokens that exist or did, by their hash: an address that tries out tokens is refused without asking the database, while
 * those who have one come in from the same address. It says nothing of whether a token is still valid.
 */
export interface KnownTokens {
  has(secret: string): boolean;
  add(secret: string): void;
}

/** Many more than an event has. */
const most = 100_000;

export async function loadKnownTokens(db: Queryable): Promise<KnownTokens> {
  const rows = await db
    .selectFrom("tokens")
    .select("hash")
    .orderBy("created_at", "desc")
    .limit(most)
    .execute();
  const known = new Set(rows.map(({ hash }) => hash.toString("base64")));
  const keyOf = (secret: string) => hashSecret(secret).toString("base64");
  return {
    has: (secret) => known.has(keyOf(secret)),
    add: (secret) => {
      known.add(keyOf(secret));
      if (known.size > most) known.delete(known.values().next().value as string);
    },
  };
}
