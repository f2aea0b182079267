import { BraidynError } from "@braidyn/core";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { openApiDocument, routes } from "../../api.ts";
import type { Site } from "../context.ts";
import type { Metrics } from "../metrics.ts";
import { sent, serveRoute } from "../serve-route.ts";

/** `/healthz`, `/metrics` and the API's description. */
export function systemRoutes(app: FastifyInstance, site: Site, metrics: Metrics): void {
  const { db } = site.platform;
  serveRoute(app, site, routes.getHealth, async ({ reply }) => {
    const found = await sql<{ workers: number }>`
      select count(*) as workers from workers where seen_at > now() - interval '30 seconds'`
      .execute(db)
      .catch(() => null);
    const checks = { database: found !== null, workers: (found?.rows[0]?.workers ?? 0) > 0 };
    const health = { status: checks.database ? "ok" : "failing", checks };
    await reply
      .code(checks.database ? 200 : 503)
      .type("application/json")
      .send(JSON.stringify(health));
    return sent;
  });
  serveRoute(app, site, routes.getMetrics, async ({ request, reply, principal }) => {
    const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip);
    if (!local && principal?.role !== "organizer") throw new BraidynError("LEADERBOARD_FORBIDDEN", {});
    await reply.type(metrics.contentType).send(await metrics.render());
    return sent;
  });
  const description = JSON.stringify(openApiDocument(site.version), null, 1);
  serveRoute(app, site, routes.getOpenApi, async ({ reply }) => {
    await reply.type("application/json").send(description);
    return sent;
  });
}
