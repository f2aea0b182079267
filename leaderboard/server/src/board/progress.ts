import { sql } from "kysely";
import type { Progress } from "../api.ts";
import type { Queryable } from "../database/connect.ts";
import type { StandingsOptions } from "./standings.ts";

interface Row {
  readonly team: string;
  readonly name: string;
  readonly at: Date;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Every move of the teams' public scores, in the order of time; until the freeze, as the board. */
export async function readProgress(
  db: Queryable,
  { challenge, judging, until, team }: StandingsOptions & { readonly team: string | undefined },
): Promise<Progress[]> {
  const { rows } = await sql<Row>`
    select t.id as team, t.name, s.submitted_at as at, x.score, x.low, x.high
    from results x
    join runs r on r.id = x.run and r.challenge = ${challenge} and r.judging = ${judging}
    join submissions s on s.id = r.submission
    join teams t on t.id = s.team and t.kind = 'team'
    where x.board = 'public' and x.moved
      and (${until}::timestamptz is null or s.submitted_at <= ${until})
      and (${team ?? null}::uuid is null or t.id = ${team ?? null})
    order by t.name, x.position`.execute(db);
  const teams = new Map<string, Progress>();
  for (const { team: id, name, at, score, low, high } of rows) {
    const own = teams.get(id) ?? { team: { id, name }, points: [] };
    own.points.push({ at: at.toISOString(), score, low, high });
    teams.set(id, own);
  }
  return [...teams.values()];
}
