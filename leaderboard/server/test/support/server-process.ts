import { createLog, serve } from "@braidyn/leaderboard";

// A server in a process of its own, to be killed.
const [folder = "", bundle = "", port = "0"] = process.argv.slice(2);
const server = await serve({
  ...{ folder, port: Number(port), log: createLog("silent"), newToken: true, workers: 1 },
  bundles: [bundle],
});
process.send?.({
  ...{ url: server.url, organizerToken: server.organizerToken, databaseUrl: server.databaseUrl },
  ...{ databasePid: server.cluster?.pid(), workers: server.workers.pids() },
});
