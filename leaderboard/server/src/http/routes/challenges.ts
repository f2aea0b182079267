import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import { Readable } from "node:stream";
import { routes } from "../../api.ts";
import { openChallenge } from "../../challenges/open.ts";
import { viewChallenge } from "../../challenges/view.ts";
import type { Site } from "../context.ts";
import { sent, serveRoute } from "../serve-route.ts";

/** Challenges and the public halves of their bundles. */
export function challengeRoutes(app: FastifyInstance, site: Site): void {
  const { db, clock, store } = site.platform;
  serveRoute(app, site, routes.listChallenges, async () => {
    const ids = await db.selectFrom("challenges").select("id").orderBy("created_at").orderBy("id").execute();
    return { challenges: await Promise.all(ids.map(({ id }) => viewChallenge(db, id, clock.now()))) };
  });
  serveRoute(app, site, routes.getChallenge, async ({ params }) =>
    viewChallenge(db, params.challenge, clock.now()),
  );
  serveRoute(app, site, routes.getBundleFile, async ({ params, request, reply }) => {
    const { bundle } = await openChallenge(db, params.challenge);
    // looked up among the files of the public half: no path of the private one can be asked for
    const path = `public/${params["*"]}`;
    const file = await db
      .selectFrom("bundle_files")
      .select(["blob", "bytes", "sha256"])
      .where("bundle", "=", bundle)
      .where("path", "=", path)
      .executeTakeFirst();
    if (file === undefined)
      throw new BraidynError("LEADERBOARD_NOT_FOUND", { what: params["*"].slice(0, 60) });
    const etag = `"${file.sha256}"`;
    void reply.header("etag", etag).header("cache-control", "public, no-cache");
    if (request.headers["if-none-match"] === etag) await reply.code(304).send();
    else {
      void reply.type("application/octet-stream").header("content-length", file.bytes);
      await reply.send(Readable.from(store.read(db, file.blob), { objectMode: false }));
    }
    return sent;
  });
}
