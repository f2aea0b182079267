import { BraidynError } from "@braidyn/core";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { labelOf } from "../../accounts/team-name.ts";
import type { Principal } from "../../accounts/tokens.ts";
import { routes, type Accepted, type ReportBoard, type SubmissionKind } from "../../api.ts";
import { openChallenge } from "../../challenges/open.ts";
import { refuseClosed } from "../../limits/phases.ts";
import { quotaOf, refuseExhausted } from "../../limits/quota.ts";
import { accept, type AcceptedSubmission } from "../../submissions/accept.ts";
import { receive } from "../../submissions/receive.ts";
import { chooseFinals } from "../../submissions/finals.ts";
import { arrivalOf } from "../../submissions/arrival.ts";
import { isShown, viewSubmissions } from "../../submissions/view.ts";
import { pacedBody } from "../paced-body.ts";
import type { Site } from "../context.ts";
import { sent, serveRoute, type Call } from "../serve-route.ts";

/** The team that a principal sends for. @throws BraidynError `LEADERBOARD_TEAM_ONLY`. */
export function sendingTeam({ team }: Principal): string {
  if (team === null) throw new BraidynError("LEADERBOARD_TEAM_ONLY", {});
  return team.id;
}

/** Refuses early, before bytes are sent, what would be refused in the end. */
export async function refuseEarly(
  { platform: { db, clock }, kinds }: Site,
  { challenge: id, kind, bytes }: { challenge: string; kind: SubmissionKind; bytes: number },
): Promise<{ maxBytes: number }> {
  const { definition, ...switches } = await openChallenge(db, id);
  const maxBytes = definition.limits.max_bytes;
  if (!kinds.includes(kind)) throw new BraidynError("LEADERBOARD_KIND", { kind, known: kinds.join(", ") });
  if (bytes > maxBytes) throw new BraidynError("LEADERBOARD_UPLOAD_SIZE", { limit: maxBytes });
  refuseClosed(definition, switches, clock.now());
  return { maxBytes };
}

/** As {@link refuseEarly}, for bytes that the team has not sent before. */
export async function refuseUsedUp(
  { platform: { db, clock } }: Site,
  challenge: string,
  team: string,
): Promise<void> {
  const { definition } = await openChallenge(db, challenge);
  refuseExhausted(await quotaOf(db, { definition, team, now: clock.now() }));
}

/** What a team is told of a submission that was taken. */
export async function acceptedAnswer(
  { platform: { db, clock } }: Site,
  { id, cached }: AcceptedSubmission,
  { principal, language }: Pick<Call<typeof routes.submit>, "principal" | "language">,
): Promise<Accepted> {
  const [submission] = await viewSubmissions(db, { id }, { principal, language });
  const { definition } = await openChallenge(db, submission!.challenge);
  const quota = await quotaOf(db, { definition, team: submission!.team.id, now: clock.now() });
  return { submission: submission!, cached, quota };
}

/** Submissions in one request, and all that is read of them. */
export function submissionRoutes(app: FastifyInstance, site: Site): void {
  const { db, store, clock } = site.platform;
  serveRoute(app, site, routes.submit, async (call) => {
    const { params, query, principal, request } = call;
    const team = sendingTeam(principal);
    site.limits.submissions.take(team);
    const { challenge } = params;
    const { kind, sha256 } = query;
    const { maxBytes } = await refuseEarly(site, { challenge, kind, bytes: announcedBytes(request) });
    const now = clock.now();
    const received = await receive(pacedBody(request.body as Readable), { db, store, now, maxBytes });
    const arrival = arrivalOf(site.platform, received, {
      challenge,
      team,
      kind,
      fileName: labelOf(query.name),
    });
    if (sha256 !== undefined && sha256 !== received.sha256) {
      await arrival.discard();
      const [found, expected] = [received.sha256.slice(0, 12), sha256.slice(0, 12)];
      throw new BraidynError("LEADERBOARD_UPLOAD_DIGEST", { found, expected });
    }
    return acceptedAnswer(site, await accept(site.platform, arrival), call);
  });
  serveRoute(app, site, routes.listSubmissions, async ({ params, query, principal, language }) => {
    const { challenge } = params;
    const { definition } = await openChallenge(db, challenge);
    const filter = { challenge, ...query };
    const team = principal.team?.id ?? query.team;
    return {
      submissions: await viewSubmissions(db, filter, { principal, language }),
      quota: team === undefined ? null : await quotaOf(db, { definition, team, now: clock.now() }),
    };
  });
  serveRoute(app, site, routes.getSubmission, async ({ params, principal, language }) => {
    const [submission] = await viewSubmissions(db, { id: params.id }, { principal, language });
    if (submission === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "submission" });
    return submission;
  });
  serveRoute(app, site, routes.getReport, async ({ params, principal, reply }) => {
    const { report } = await shownResult(site, params, principal);
    await reply.type("application/json").send(report);
    return sent;
  });
  serveRoute(app, site, routes.getReceipt, async ({ params, principal, reply }) => {
    const { run } = await shownResult(site, params, principal);
    const { file } = await db
      .selectFrom("receipts")
      .select("file")
      .where("run", "=", run)
      .where("board", "=", params.board)
      .executeTakeFirstOrThrow();
    await reply.type("application/json").send(file);
    return sent;
  });
  serveRoute(app, site, routes.downloadSubmission, async ({ params, principal, reply }) => {
    const found = await ownSubmission(site, params.id, principal);
    void reply.header("content-disposition", `attachment; filename="${found.sha256.slice(0, 12)}"`);
    void reply.type("application/octet-stream").header("content-length", found.bytes);
    await reply.send(Readable.from(store.read(db, found.blob), { objectMode: false }));
    return sent;
  });
  serveRoute(app, site, routes.setFinals, async ({ params, body, principal }) => {
    const team = sendingTeam(principal);
    const { definition, judging, ...switches } = await openChallenge(db, params.challenge);
    refuseClosed(definition, switches, clock.now());
    const wanted = [...new Set(body.submissions)];
    await chooseFinals(db, { challenge: params.challenge, judging, team, wanted });
    return { submissions: wanted };
  });
}

/** What a request says of its length; nothing is believed, but what is too much is refused at once. */
function announcedBytes({ headers }: FastifyRequest): number {
  const bytes = Number(headers["content-length"] ?? 0);
  return Number.isFinite(bytes) ? bytes : 0;
}

async function ownSubmission({ platform: { db } }: Site, id: string, { role, team }: Principal) {
  const found = await db
    .selectFrom("submissions")
    .select(["id", "blob", "bytes", "sha256"])
    .where("id", "=", id)
    .$if(role === "team", (query) => query.where("team", "=", team?.id ?? ""))
    .executeTakeFirst();
  if (found === undefined) throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: "submission" });
  return found;
}

async function shownResult(
  site: Site,
  { id, board }: { id: string; board: ReportBoard },
  principal: Principal,
) {
  await ownSubmission(site, id, principal);
  const found = await site.platform.db
    .selectFrom("runs")
    .innerJoin("challenges", "challenges.id", "runs.challenge")
    .leftJoin("results", (join) => join.onRef("results.run", "=", "runs.id").on("results.board", "=", board))
    .select(["runs.id as run", "runs.state", "results.report", "results.moved", "challenges.revealed_at"])
    .where("runs.submission", "=", id)
    .whereRef("runs.judging", "=", "challenges.judging")
    .executeTakeFirstOrThrow();
  const { report, moved, revealed_at } = found;
  if (report === null) throw new BraidynError("LEADERBOARD_NOT_SCORED", { board, status: found.state });
  if (!isShown({ board, moved }, { revealed: revealed_at !== null, principal })) {
    throw new BraidynError("LEADERBOARD_REPORT_HIDDEN", {});
  }
  return { run: found.run, report };
}
