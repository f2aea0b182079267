import { controlLines, rankReports, type BoardLine, type Controls, type Report } from "@braidyn/harness";
import { createHash } from "node:crypto";
import type { Board, BoardEntry, BoardName } from "../api.ts";
import { openChallenge, type OpenChallenge } from "../challenges/open.ts";
import type { Queryable } from "../database/connect.ts";
import { phaseState } from "../limits/phases.ts";
import { privateStandings, publicStandings, type Standing } from "./standings.ts";

export interface BoardOptions {
  readonly challenge: string;
  readonly board: BoardName;
  /** Without the freeze: for organizers. */
  readonly live: boolean;
  readonly now: Date;
}

/** A board as the API tells it. @throws BraidynError `LEADERBOARD_NOT_FOUND`. */
export async function buildBoard(
  db: Queryable,
  { challenge: id, board, live, now }: BoardOptions,
): Promise<Board> {
  const challenge = await openChallenge(db, id);
  const { definition, judging, revealed_at } = challenge;
  const { frozenAt } = phaseState(definition, challenge, now);
  const until = live || board === "private" ? null : frozenAt;
  const standings = await (board === "public" ? publicStandings : privateStandings)(db, {
    challenge: id,
    judging,
    until,
  });
  const report = standings.find((standing) => standing.report !== null)?.report ?? null;
  const told = {
    challenge: id,
    board,
    metric: definition.metrics.primary,
    direction: report?.metrics[0]?.direction ?? definition.metrics.direction ?? ("maximize" as const),
    precision: definition.metrics.precision,
    level: definition.statistics.level,
    tie: definition.statistics.tie,
    frozenAt: until?.toISOString() ?? null,
    revealedAt: revealed_at?.toISOString() ?? null,
    fewSubjects: report?.warnings.includes("few-subjects") === true ? report.counts.subjects : null,
    entries: boardEntries(standings),
    controls: await controlsOf(db, challenge, board),
    rejudged: await lastJudging(db, id, judging),
  };
  const version = createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 20);
  return { ...told, version };
}

/**
 * Entries best first. Ranks are the teams' among themselves; a baseline stands at its score and has none, so that it
 * takes nobody's place.
 */
export function boardEntries(standings: readonly Standing[]): BoardEntry[] {
  const teams = standings.filter(({ kind }) => kind === "team");
  const byName = new Map(standings.map((standing) => [keyOf(standing), standing]));
  const lines = (given: readonly Standing[]) =>
    rankReports(given.map((standing) => ({ name: keyOf(standing), report: standing.report })));
  const ranked = lines(teams).map((line) => entryOf(byName.get(line.name)!, line, line.rank));
  const baselines = standings
    .filter(({ kind }) => kind === "baseline")
    .map((standing) => entryOf(standing, lines([standing])[0]!, null));
  const direction = standings.find(({ report }) => report !== null)?.report?.metrics[0]?.direction;
  return merged(ranked, baselines, direction === "minimize" ? -1 : 1);
}

/** Teams of one name cannot be, a team and a baseline can. The name leads: equal scores are ordered by it. */
function keyOf({ name, kind, team }: Standing): string {
  return `${name}\u0000${kind}\u0000${team}`;
}

function entryOf(
  { team, name, kind, report, submissions, submittedAt, final }: Standing,
  { score, low, high, verified, behindLeader }: BoardLine,
  rank: number | null,
): BoardEntry {
  return {
    ...{ kind, id: team, name, rank, score, low, high, verified, behindLeader },
    subjects: [...(primarySubjects(report) ?? [])],
    ...{ submissions, submittedAt: submittedAt?.toISOString() ?? null, final },
  };
}

function primarySubjects(report: Report | null) {
  return report?.metrics[0]?.subjects.map(({ subject, sessions, score }) => ({ subject, sessions, score }));
}

/** Puts each baseline before the first team that it beats; the teams' own order stays. */
function merged(teams: readonly BoardEntry[], baselines: readonly BoardEntry[], sign: number): BoardEntry[] {
  const worth = ({ score }: BoardEntry) => (score === null ? -Infinity : sign * score);
  const waiting = [...baselines].sort((a, b) => worth(b) - worth(a) || (a.name < b.name ? -1 : 1));
  const entries: BoardEntry[] = [];
  for (const team of teams) {
    while (waiting.length > 0 && worth(waiting[0]!) > worth(team)) entries.push(waiting.shift()!);
    entries.push(team);
  }
  const scored = waiting.filter(({ score }) => score !== null);
  const firstWithout = entries.findIndex(({ score }) => score === null);
  entries.splice(firstWithout === -1 ? entries.length : firstWithout, 0, ...scored);
  return [...entries, ...waiting.filter(({ score }) => score === null)];
}

async function controlsOf(
  db: Queryable,
  { bundle }: OpenChallenge,
  board: BoardName,
): Promise<Board["controls"]> {
  const { controls } = await db
    .selectFrom("bundles")
    .select("controls")
    .where("digest", "=", bundle)
    .executeTakeFirstOrThrow();
  if (controls === null) return [];
  return controlLines(JSON.parse(controls) as Controls, board).map(
    ({ control, score, low, high, outside, reason }) => ({ control, score, low, high, outside, reason }),
  );
}

async function lastJudging(db: Queryable, challenge: string, number: number): Promise<Board["rejudged"]> {
  if (number === 1) return null;
  const { reason, applied_at } = await db
    .selectFrom("judgings")
    .select(["reason", "applied_at"])
    .where("challenge", "=", challenge)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return applied_at === null ? null : { at: applied_at.toISOString(), reason };
}
