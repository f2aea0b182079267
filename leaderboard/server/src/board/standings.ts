import type { Report } from "@braidyn/harness";
import { sql } from "kysely";
import type { Queryable } from "../database/connect.ts";

/** What stands for a team or a baseline on a board. */
export interface Standing {
  readonly team: string;
  readonly name: string;
  readonly kind: "team" | "baseline";
  /** Null: nothing of it has a score. */
  readonly report: Report | null;
  readonly submission: string | null;
  readonly submittedAt: Date | null;
  readonly submissions: number;
  readonly final: boolean;
}

export interface StandingsOptions {
  readonly challenge: string;
  readonly judging: number;
  /** Only what was accepted until then; null: everything. */
  readonly until: Date | null;
}

interface Row {
  readonly team: string;
  readonly name: string;
  readonly kind: "team" | "baseline";
  readonly submissions: number;
  readonly submission: string | null;
  readonly submitted_at: Date | null;
  readonly report: string | null;
  readonly final: boolean | null;
}

/** The public board: of each team, the last report that the Ladder rule let it move to. */
export async function publicStandings(
  db: Queryable,
  { challenge, judging, until }: StandingsOptions,
): Promise<Standing[]> {
  const { rows } = await sql<Row>`
    select t.id as team, t.name, t.kind, c.submissions, b.submission, b.submitted_at, b.report, b.final
    from (
      select s.team, count(*) filter (where r.state = 'scored') as submissions
      from submissions s join runs r on r.submission = s.id and r.judging = ${judging}
      where s.challenge = ${challenge} and (${until}::timestamptz is null or s.submitted_at <= ${until})
        and r.state in ('scored', 'refused')
      group by s.team
    ) c
    join teams t on t.id = c.team
    left join lateral (
      select s.id as submission, s.submitted_at, s.final, x.report
      from results x join runs r on r.id = x.run join submissions s on s.id = r.submission
      where r.team = c.team and r.challenge = ${challenge} and r.judging = ${judging}
        and x.board = 'public' and x.moved
        and (${until}::timestamptz is null or s.submitted_at <= ${until})
      order by x.position desc limit 1
    ) b on true
    order by t.name`.execute(db);
  return rows.map(standingOf);
}

function standingOf({ report, submitted_at, final, ...row }: Row): Standing {
  return {
    ...row,
    report: report === null ? null : (JSON.parse(report) as Report),
    submittedAt: submitted_at,
    final: final === true,
  };
}

/**
 * The private board: of each team, the better of its finals; where it chose none, of the last two that moved its public
 * score.
 */
export async function privateStandings(
  db: Queryable,
  { challenge, judging, until }: StandingsOptions,
): Promise<Standing[]> {
  const everyone = await publicStandings(db, { challenge, judging, until });
  const { rows } = await sql<Row & { moved: boolean; position: number }>`
    select r.team, s.id as submission, s.submitted_at, s.final, x.report, p.moved, p.position
    from results x
    join runs r on r.id = x.run and r.challenge = ${challenge} and r.judging = ${judging}
    join submissions s on s.id = r.submission
    join results p on p.run = x.run and p.board = 'public'
    where x.board = 'private' and (s.final or p.moved)
    order by p.position desc`.execute(db);
  return everyone.map((standing) => {
    const own = rows.filter(({ team }) => team === standing.team);
    const chosen = own.filter(({ final }) => final);
    const count = standing.kind === "baseline" ? 1 : 2;
    const finals = chosen.length > 0 ? chosen : own.filter(({ moved }) => moved).slice(0, count);
    const best = betterReport(
      finals.map(({ report, ...row }) => ({ ...row, report: JSON.parse(report!) as Report })),
    );
    return {
      ...standing,
      report: best?.report ?? null,
      submission: best?.submission ?? null,
      submittedAt: best?.submitted_at ?? null,
      final: best?.final === true,
    };
  });
}

/** The one whose report has the better primary score; the first of those that share it. */
export function betterReport<T extends { readonly report: Report }>(entries: readonly T[]): T | null {
  return entries.reduce<T | null>((best, entry) => {
    if (best === null) return entry;
    const sign = entry.report.metrics[0]?.direction === "minimize" ? -1 : 1;
    const [a, b] = [entry, best].map(({ report }) => sign * (report.metrics[0]?.score ?? -sign * Infinity));
    return a! > b! ? entry : best;
  }, null);
}
