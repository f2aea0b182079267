import { BraidynError } from "@braidyn/core";
import { challengeSchema, type ChallengeDefinition } from "@braidyn/harness";
import type { Queryable } from "../database/connect.ts";

/** A challenge as the server works with it. */
export interface OpenChallenge {
  readonly id: string;
  readonly definition: ChallengeDefinition;
  readonly bundle: string;
  readonly judging: number;
  readonly frozen_at: Date | null;
  readonly revealed_at: Date | null;
}

/** Definitions never change: a bundle's digest names one. */
const definitions = new Map<string, ChallengeDefinition>();

/** @throws BraidynError `LEADERBOARD_NOT_FOUND`. */
export async function openChallenge(db: Queryable, id: string): Promise<OpenChallenge> {
  const found = await db
    .selectFrom("challenges")
    .innerJoin("bundles", "bundles.digest", "challenges.bundle")
    .select(["challenges.id", "challenges.bundle", "challenges.judging"])
    .select(["challenges.frozen_at", "challenges.revealed_at", "bundles.definition"])
    .where("challenges.id", "=", id)
    .executeTakeFirst();
  if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: `challenge ${id}` });
  return { ...found, definition: definitionOf(found.bundle, found.definition) };
}

export function definitionOf(bundle: string, json: string): ChallengeDefinition {
  let definition = definitions.get(bundle);
  if (definition === undefined) {
    definition = challengeSchema.parse(JSON.parse(json));
    definitions.set(bundle, definition);
  }
  return definition;
}
