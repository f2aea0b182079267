import type { Report } from "@braidyn/harness";
import type { BoardName } from "../api.ts";
import { betterReport, type Standing } from "../board/standings.ts";
import type { EventFile } from "./event-file.ts";

/** What stands on a board, from an export alone: the same as the database's queries give. */
export function standingsOf(event: EventFile, board: BoardName): Standing[] {
  const publics = resultsOf(event, "public");
  const privates = resultsOf(event, "private");
  return event.teams.flatMap(({ id: team, name, kind }): Standing[] => {
    const own = event.submissions.filter((submission) => submission.team === team);
    const decided = own.filter(({ status }) => status === "scored" || status === "refused");
    if (decided.length === 0) return [];
    const submissions = own.filter(({ status }) => status === "scored").length;
    const moves = own
      .flatMap((submission) => {
        const result = publics.get(submission.id);
        return result?.moved === true ? [{ submission, result }] : [];
      })
      .sort((a, b) => b.result.position - a.result.position);
    const chosen = own.filter(({ final }) => final).sort(byPosition(publics));
    const automatic = moves.slice(0, kind === "baseline" ? 1 : 2).map(({ submission }) => submission);
    const candidates =
      board === "public"
        ? moves.slice(0, 1).map(({ submission }) => submission)
        : (chosen.length > 0 ? chosen : automatic).filter(({ id }) => privates.has(id));
    const results = board === "public" ? publics : privates;
    const best = betterReport(
      candidates.map((submission) => ({
        submission,
        report: JSON.parse(results.get(submission.id)!.report) as Report,
      })),
    );
    return [
      {
        ...{ team, name, kind, submissions },
        report: best?.report ?? null,
        submission: best?.submission.id ?? null,
        submittedAt: best === null ? null : new Date(best.submission.submittedAt),
        final: best?.submission.final === true,
      },
    ];
  });
}

type Result = EventFile["results"][number];

function resultsOf({ results, judging }: EventFile, board: BoardName): Map<string, Result> {
  return new Map(
    results
      .filter((result) => result.board === board && result.judging === judging)
      .map((result) => [result.submission, result]),
  );
}

/** The last that the board took notice of first. */
function byPosition(publics: ReadonlyMap<string, Result>) {
  const place = ({ id }: { id: string }) => publics.get(id)?.position ?? 0;
  return (a: { id: string }, b: { id: string }) => place(b) - place(a);
}
