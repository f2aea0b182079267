import { sql } from "kysely";
import type { SubmissionKind } from "../api.ts";
import type { Queryable } from "../database/connect.ts";

/**
 * What submissions may be: predictions, which every worker scores, and what a worker that was heard from within the hour
 * scores, so that one that restarts closes no door.
 */
export async function kindsTaken(db: Queryable): Promise<SubmissionKind[]> {
  const { rows } = await sql<{ kind: SubmissionKind }>`
    select distinct unnest(string_to_array(kinds, ' ')) as kind from workers
    where seen_at > now() - interval '1 hour'`.execute(db);
  const found = new Set<SubmissionKind>(["predictions", ...rows.map(({ kind }) => kind)]);
  return (["predictions", "model", "code"] as const).filter((kind) => found.has(kind));
}
