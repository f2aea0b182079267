import { BraidynError, type Language } from "@braidyn/core";
import { canonicalJson, type Report } from "@braidyn/harness";
import { sql } from "kysely";
import type { BoardEntry, BoardName, JudgingDiff, ReportBoard } from "../api.ts";
import { boardEntries } from "../board/build-board.ts";
import { privateStandings, publicStandings } from "../board/standings.ts";
import type { Connection } from "../database/connect.ts";
import type { StoredProblem } from "../database/tables.ts";
import { lockChain } from "../receipts/chain.ts";
import { climbAgain, viewJudging } from "./rejudge.ts";

interface Pair {
  readonly submission: string;
  readonly team: string;
  readonly name: string;
  readonly board: ReportBoard;
  readonly before: number | null;
  readonly after: number | null;
  readonly before_report: string | null;
  readonly after_report: string | null;
  readonly problem: StoredProblem | null;
}

/** What a judging changes against the one before it: submissions whose report differs, teams whose rank does. */
export async function judgingDiff(
  db: Connection,
  { challenge, number, language }: { challenge: string; number: number; language: Language },
): Promise<JudgingDiff> {
  const judging = await viewJudging(db, challenge, number);
  const { rows } = await sql<Pair>`
    select s.id as submission, t.id as team, t.name, w.board,
      b.score as before, a.score as after, b.report as before_report, a.report as after_report, ra.problem
    from submissions s
    join teams t on t.id = s.team
    join runs ra on ra.submission = s.id and ra.judging = ${number}
    left join runs rb on rb.submission = s.id and rb.judging = ${number - 1}
    cross join (values ('validation'), ('public'), ('private')) as w (board)
    left join results a on a.run = ra.id and a.board = w.board
    left join results b on b.run = rb.id and b.board = w.board
    where s.challenge = ${challenge} and ra.state in ('scored', 'refused', 'failed')
      and (a.run is not null or b.run is not null)
    order by s.number, w.board`.execute(db);
  const differing = rows.filter((row) => !isSame(row));
  return {
    judging,
    changed: differing.map(({ submission, team, name, board, before, after, problem }) => ({
      ...{ submission, team: { id: team, name }, board, before, after },
      problem:
        problem === null ? null : new BraidynError(problem.code, problem.parameters as never).in(language),
    })),
    same: rows.length - differing.length,
    ranks: await rankChanges(db, challenge, number),
  };
}

/** Which scorer and bundle computed it always differs; the question is what came out. */
function isSame({ before_report, after_report }: Pair): boolean {
  if (before_report === null || after_report === null) return before_report === after_report;
  const [a, b] = [before_report, after_report].map((json) => {
    const { digests: _digests, ...rest } = JSON.parse(json) as Report;
    return canonicalJson(rest);
  });
  return a === b;
}

async function rankChanges(db: Connection, challenge: string, number: number): Promise<JudgingDiff["ranks"]> {
  // gone through for this look only: nothing of it stays
  const trx = await db.startTransaction().execute();
  try {
    await lockChain(trx);
    const { appliedAt } = await viewJudging(trx, challenge, number);
    if (appliedAt === null) await climbAgain(trx, challenge, number);
    const changes: JudgingDiff["ranks"] = [];
    for (const board of ["public", "private"] as const) {
      const standings = board === "public" ? publicStandings : privateStandings;
      const [before, after] = [number - 1, number].map((judging) => ({ challenge, judging, until: null }));
      changes.push(
        ...differences(
          board,
          boardEntries(await standings(trx, before!)),
          boardEntries(await standings(trx, after!)),
        ),
      );
    }
    return changes;
  } finally {
    await trx.rollback().execute();
  }
}

function differences(
  board: BoardName,
  before: readonly BoardEntry[],
  after: readonly BoardEntry[],
): JudgingDiff["ranks"] {
  return after.flatMap(({ id, name, kind, rank }) => {
    const old = before.find((entry) => entry.id === id)?.rank ?? null;
    return kind === "team" && rank !== old ? [{ team: { id, name }, board, before: old, after: rank }] : [];
  });
}
