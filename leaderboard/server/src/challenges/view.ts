import type { Challenge } from "../api.ts";
import type { Queryable } from "../database/connect.ts";
import { phasesOf, phaseState } from "../limits/phases.ts";
import { challengeZone } from "../limits/time-zone.ts";
import { openChallenge, type OpenChallenge } from "./open.ts";

/** How many submissions of a team count on the private board at most. */
export const finalsLimit = 2;

/** A challenge as everyone may see it. @throws BraidynError `LEADERBOARD_NOT_FOUND`. */
export async function viewChallenge(db: Queryable, id: string, now: Date): Promise<Challenge> {
  const challenge = await openChallenge(db, id);
  const { definition, bundle } = challenge;
  const { commitment } = await db
    .selectFrom("bundles")
    .select("commitment")
    .where("digest", "=", bundle)
    .executeTakeFirstOrThrow();
  const files = await db
    .selectFrom("bundle_files")
    .select(["path", "bytes", "sha256"])
    .where("bundle", "=", bundle)
    .where("path", "like", "public/%")
    .orderBy("path")
    .execute();
  const { limits, metrics } = definition;
  return {
    id,
    title: definition.title,
    description: definition.description,
    metric: {
      name: metrics.primary,
      direction: await directionOf(challenge),
      precision: metrics.precision,
      secondary: metrics.secondary,
    },
    columns: Object.keys(definition.truth),
    limits: {
      ...{ maxBytes: limits.max_bytes, perDay: limits.per_day, total: limits.total },
      ...{ timeZone: challengeZone(definition), finals: finalsLimit },
    },
    phases: phasesOf(definition),
    state: stateOf(challenge, now),
    bundle: {
      digest: bundle,
      files: files.map((file) => ({ ...file, path: file.path.replace(/^public\//, "") })),
    },
    commitment,
  };
}

async function directionOf({
  definition: {
    metrics: { primary, direction },
  },
}: OpenChallenge) {
  const { isMetricName, metrics } = await import("@braidyn/harness");
  return direction ?? (isMetricName(primary) ? metrics[primary].direction : "maximize");
}

function stateOf({ definition, ...switches }: OpenChallenge, now: Date): Challenge["state"] {
  const { open, phase, frozenAt } = phaseState(definition, switches, now);
  return {
    ...{ open, phase, frozenAt: frozenAt?.toISOString() ?? null },
    revealedAt: switches.revealed_at?.toISOString() ?? null,
  };
}
