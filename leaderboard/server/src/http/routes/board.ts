import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import type { Principal } from "../../accounts/tokens.ts";
import { routes, type Board, type BoardName } from "../../api.ts";
import { boardTable } from "../../board/board-table.ts";
import { readProgress } from "../../board/progress.ts";
import { openChallenge } from "../../challenges/open.ts";
import { phaseState } from "../../limits/phases.ts";
import { receiptHead } from "../../receipts/chain.ts";
import { exportEvent } from "../../replay/export-event.ts";
import type { Site } from "../context.ts";
import { sent, serveRoute } from "../serve-route.ts";

/** What everyone may read: boards, how they moved, what was announced, what changes. */
export function boardRoutes(app: FastifyInstance, site: Site): void {
  const { db, clock } = site.platform;
  /** @throws BraidynError `LEADERBOARD_PRIVATE_BOARD`, `LEADERBOARD_NOT_FOUND`. */
  const refuseHidden = async (challenge: string, board: BoardName, principal: Principal | null) => {
    if (board === "public" || principal?.role === "organizer") return;
    const { revealed_at } = await openChallenge(db, challenge);
    if (revealed_at === null) throw new BraidynError("LEADERBOARD_PRIVATE_BOARD", {});
  };

  serveRoute(
    app,
    site,
    routes.getBoard,
    async ({ params: { challenge }, query, principal, request, reply }) => {
      await refuseHidden(challenge, query.board, principal);
      const live = query.live === "1" && principal?.role === "organizer";
      const { version, json } = await site.boards.get({ challenge, board: query.board, live });
      const etag = `"${version}"`;
      void reply.header("etag", etag).header("cache-control", "no-cache");
      if (request.headers["if-none-match"] === etag) await reply.code(304).send();
      else await reply.type("application/json").send(json);
      return sent;
    },
  );
  serveRoute(
    app,
    site,
    routes.exportBoard,
    async ({ params: { challenge, format }, query, principal, reply }) => {
      await refuseHidden(challenge, query.board, principal);
      const { json } = await site.boards.get({ challenge, board: query.board, live: false });
      const { bytes, mediaType } = await boardTable(JSON.parse(json.toString()) as Board, format);
      const name = `${challenge}-${query.board}.${format}`;
      void reply.header("content-disposition", `attachment; filename="${name}"`);
      await reply.type(mediaType).send(bytes);
      return sent;
    },
  );
  serveRoute(app, site, routes.getProgress, async ({ params, query, principal }) => {
    const challenge = await openChallenge(db, params.challenge);
    const { frozenAt } = phaseState(challenge.definition, challenge, clock.now());
    // a team sees its own way on, whatever the board shows to others
    const own = query.team !== undefined && query.team === principal?.team?.id;
    const until = own || principal?.role === "organizer" ? null : frozenAt;
    const { judging, id } = challenge;
    const teams = await readProgress(db, { challenge: id, judging, until, team: query.team });
    return { frozenAt: until?.toISOString() ?? null, teams };
  });
  serveRoute(app, site, routes.listAnnouncements, async () => {
    const found = await db.selectFrom("announcements").selectAll().orderBy("at", "desc").limit(200).execute();
    return {
      announcements: found.map(({ id, at, text, by_label }) => ({
        id,
        at: at.toISOString(),
        text,
        by: by_label,
      })),
    };
  });
  serveRoute(app, site, routes.getReceiptHead, async () => receiptHead(db, site.signer.publicKey));
  serveRoute(app, site, routes.exportEvent, async ({ params, principal, reply }) => {
    await refuseHidden(params.challenge, "private", principal);
    const name = `${params.challenge}-export.json`;
    void reply.header("content-disposition", `attachment; filename="${name}"`);
    await reply.type("application/json").send(await exportEvent(site.platform, params.challenge));
    return sent;
  });
  serveRoute(app, site, routes.getEvents, async ({ query, principal, request, reply }) => {
    const { raw } = reply;
    const listener = { principal, challenge: query.challenge ?? null, address: request.ip };
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    request.socket.setTimeout(0);
    // a browser comes back by itself after a while
    if (!site.events.add(raw, listener)) raw.end("retry: 30000\n\n");
    return sent;
  });
}
