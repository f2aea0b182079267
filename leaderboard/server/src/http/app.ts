import cookie from "@fastify/cookie";
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { BraidynError } from "@braidyn/core";
import { isRaw, routes } from "../api.ts";
import type { Site } from "./context.ts";
import { createMetrics } from "./metrics.ts";
import { jsonBytes, sendProblem } from "./problem.ts";
import { protect } from "./protection.ts";
import { boardRoutes } from "./routes/board.ts";
import { challengeRoutes } from "./routes/challenges.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { conductRoutes } from "./routes/conduct.ts";
import { sessionRoutes } from "./routes/session.ts";
import { submissionRoutes } from "./routes/submissions.ts";
import { systemRoutes } from "./routes/system.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { serveWebFiles } from "./web-files.ts";

/** Milliseconds for a request's head, and for the largest upload over a slow network. */
const headMilliseconds = 10_000;
const requestMilliseconds = 30 * 60_000;

/** The whole HTTP server, not yet listening. */
export async function createApp(
  site: Site,
  { trustProxy }: { trustProxy: boolean },
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: site.platform.log as FastifyBaseLogger,
    // one line a request would fill a venue's disk; failures are logged, the rest is in the metrics
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: jsonBytes,
    requestTimeout: requestMilliseconds,
    keepAliveTimeout: 30_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    http: { headersTimeout: headMilliseconds, connectionsCheckingInterval: 1000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 300 },
    genReqId: () => crypto.randomUUID(),
  });
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new BraidynError("LEADERBOARD_NOT_FOUND", { what: "page" }), request, reply),
  );
  await app.register(cookie);
  takeBytes(app);
  protect(app, { isUpload: (url) => uploadPaths.has(url) });
  const metrics = createMetrics(app, site.platform, site.events);
  systemRoutes(app, site, metrics);
  sessionRoutes(app, site);
  challengeRoutes(app, site);
  boardRoutes(app, site);
  submissionRoutes(app, site);
  uploadRoutes(app, site);
  accountRoutes(app, site);
  conductRoutes(app, site);
  await serveWebFiles(app, site.web);
  return app;
}

const closeMilliseconds = 5000;

/** Lets requests at hand end; connections that are still open after a while are cut. */
export async function closeApp(app: FastifyInstance, { events }: Site): Promise<void> {
  events.close();
  const late = setTimeout(() => app.server.closeAllConnections(), closeMilliseconds);
  await app.close();
  clearTimeout(late);
}

const rawRoutes = Object.values(routes).filter((route) => isRaw((route as { body?: never }).body));
const uploadPaths = new Set<string>(rawRoutes.map(({ path }) => path));
const uploadTypes = new Set(
  rawRoutes.flatMap((route) => ("body" in route && isRaw(route.body) ? route.body.mediaTypes : [])),
);

/** JSON is read by the framework, which refuses `__proto__`; files stay streams; nothing else is taken. */
function takeBytes(app: FastifyInstance): void {
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser([...uploadTypes], (_request, payload, done) => done(null, payload));
}
