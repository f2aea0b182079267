import { BraidynError, type Language } from "@braidyn/core";
import type { BoardResult, ReportBoard, Submission } from "../api.ts";
import type { Queryable } from "../database/connect.ts";
import type { StoredProblem } from "../database/tables.ts";
import type { Principal } from "../accounts/tokens.ts";

/** Which submissions to show. */
export interface SubmissionFilter {
  readonly id?: string;
  readonly challenge?: string;
  readonly team?: string | undefined;
  readonly limit?: number;
  /** Only those that were accepted before this one. */
  readonly after?: string | undefined;
}

/**
 * Submissions as their team may see them, the last first. What a board has not shown is not told: of a public report that
 * did not move it only that it did not, of private ones nothing before the reveal. Organizers see all.
 */
export async function viewSubmissions(
  db: Queryable,
  filter: SubmissionFilter,
  { principal, language }: { principal: Principal; language: Language },
): Promise<Submission[]> {
  const rows = await selectRows(db, filter, principal);
  if (rows.length === 0) return [];
  const results = await selectResults(
    db,
    rows.map(({ run }) => run),
  );
  const ahead = await countAhead(db);
  return rows.map((row): Submission => {
    const own = results.filter(({ run }) => run === row.run);
    const waits = row.state === "waiting" || row.state === "queued";
    return {
      id: row.id,
      challenge: row.challenge,
      team: { id: row.team, name: row.name },
      fileName: row.file_name,
      ...{ kind: row.kind, bytes: row.bytes, sha256: row.sha256, status: row.state },
      submittedAt: row.submitted_at.toISOString(),
      startedAt: row.started_at?.toISOString() ?? null,
      finishedAt: row.finished_at?.toISOString() ?? null,
      ahead: waits ? ahead.filter(({ number }) => number < row.number).length : null,
      ...{ counts: row.counts, final: row.final },
      verified: own.some(({ verified }) => verified),
      problem: problemIn(row.problem, language),
      results: own.map((result) => viewResult(result, { revealed: row.revealed_at !== null, principal })),
    };
  });
}

function selectRows(db: Queryable, filter: SubmissionFilter, { role, team }: Principal) {
  const { id, challenge, team: asked, limit = 1, after } = filter;
  return db
    .selectFrom("submissions as s")
    .innerJoin("teams as t", "t.id", "s.team")
    .innerJoin("challenges as c", "c.id", "s.challenge")
    .innerJoin("runs as r", (join) => join.onRef("r.submission", "=", "s.id"))
    .select([
      "s.id",
      "s.number",
      "s.challenge",
      "s.team",
      "t.name",
      "s.file_name",
      "s.kind",
      "s.bytes",
      "s.sha256",
    ])
    .select(["s.submitted_at", "s.counts", "s.final", "c.revealed_at"])
    .select(["r.id as run", "r.state", "r.started_at", "r.finished_at", "r.problem"])
    .whereRef("r.judging", "=", "c.judging")
    .$if(id !== undefined, (query) => query.where("s.id", "=", id!))
    .$if(challenge !== undefined, (query) => query.where("s.challenge", "=", challenge!))
    .$if(asked !== undefined, (query) => query.where("s.team", "=", asked!))
    .$if(role === "team", (query) => query.where("s.team", "=", team?.id ?? ""))
    .$if(after !== undefined, (query) =>
      query.where("s.number", "<", ({ selectFrom }) =>
        selectFrom("submissions as last").select("last.number").where("last.id", "=", after!),
      ),
    )
    .orderBy("s.number", "desc")
    .limit(limit)
    .execute();
}

type ResultRow = Awaited<ReturnType<typeof selectResults>>[number];

function selectResults(db: Queryable, runs: readonly string[]) {
  return db
    .selectFrom("results as x")
    .innerJoin("runs as r", "r.id", "x.run")
    .select(["x.run", "x.board", "x.score", "x.low", "x.high", "x.verified", "x.moved", "x.step"])
    .select(({ selectFrom }) =>
      selectFrom("results as p")
        .innerJoin("runs as q", "q.id", "p.run")
        .select("p.score")
        .whereRef("q.team", "=", "r.team")
        .whereRef("q.challenge", "=", "r.challenge")
        .whereRef("q.judging", "=", "r.judging")
        .where("p.board", "=", "public")
        .where("p.moved", "=", true)
        .whereRef("p.position", "<=", "x.position")
        .orderBy("p.position", "desc")
        .limit(1)
        .as("standing"),
    )
    .where("x.run", "in", runs)
    .orderBy("x.board", "desc")
    .execute();
}

/** The queue is short: of each team at most one is in it. */
function countAhead(db: Queryable) {
  return db
    .selectFrom("runs as r")
    .innerJoin("submissions as s", "s.id", "r.submission")
    .select("s.number")
    .where("r.state", "in", ["queued", "running"])
    .limit(1000)
    .execute();
}

/** Whether a report may be seen by whoever asks. */
export function isShown(
  { board, moved }: { readonly board: ReportBoard; readonly moved: boolean | null },
  { revealed, principal }: { revealed: boolean; principal: Principal },
): boolean {
  if (board === "validation" || revealed || principal.role === "organizer") return true;
  return board === "public" && moved === true;
}

function viewResult(result: ResultRow, access: { revealed: boolean; principal: Principal }): BoardResult {
  const { board, moved } = result;
  const shown = isShown(result, access);
  const isPublic = board === "public";
  return {
    board,
    score: shown ? result.score : null,
    low: shown ? result.low : null,
    high: shown ? result.high : null,
    moved: isPublic ? moved : null,
    // the step tells how noisy the difference was: only once the report itself is open
    step: isPublic && shown ? result.step : null,
    standing: isPublic ? result.standing : null,
    report: shown,
  };
}

function problemIn(problem: StoredProblem | null, language: Language): Submission["problem"] {
  if (problem === null) return null;
  return new BraidynError(problem.code, problem.parameters as never).in(language);
}
