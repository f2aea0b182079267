import { mkdtemp } from "node:fs/promises";
import { serve, createLog } from "@braidyn/leaderboard";
import { makeEventBundle } from "./support/event-bundle.ts";
let t = performance.now();
const lap = (s: string) => {
  console.log(s, Math.round(performance.now() - t));
  t = performance.now();
};
const event = await makeEventBundle();
lap("bundle");
const folder = await mkdtemp("/tmp/braidyn-smoke-");
const server = await serve({
  folder,
  bundles: [event.folder],
  port: 0,
  log: createLog("info", process.stderr),
});
lap("serve");
const call = async (
  method: string,
  path: string,
  token?: string,
  body?: unknown,
  type = "application/json",
) => {
  const r = await fetch(server.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": type }),
    },
    ...(body === undefined
      ? {}
      : { body: type === "application/json" ? JSON.stringify(body) : (body as string) }),
  });
  const text = await r.text();
  console.log(r.status, method, path, text.slice(0, 300));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
const org = server.organizerToken!;
const inv = await call("POST", "/api/invitations", org, { uses: 5 });
const code = inv.link.split("#")[1];
const a = await call("POST", "/api/join", undefined, { code, name: "Alpha" });
const tok = a.token.token;
lap("join");
const s = await call(
  "POST",
  "/api/challenges/tiny-event/submissions?name=a.csv",
  tok,
  event.predictions(0.3, 1),
  "text/csv",
);
lap("submit");
for (let i = 0; i < 60; i++) {
  const v = await call("GET", `/api/submissions/${s.submission.id}`, tok);
  if (v.status === "scored" || v.status === "refused" || v.status === "failed") break;
  await new Promise((r) => setTimeout(r, 300));
}
lap("scored");
await call("GET", "/api/challenges/tiny-event/board");
await call("GET", "/api/challenges/tiny-event/board?board=private", org);
await call("GET", "/api/challenges/tiny-event/board/csv");
await call("GET", "/api/challenges/tiny-event/board/parquet");
await call("GET", "/api/challenges/tiny-event/progress");
await call("GET", `/api/submissions/${s.submission.id}/reports/public`, tok);
await call("GET", `/api/submissions/${s.submission.id}/receipts/public`, tok);
await call("GET", `/api/receipts/head`);
await call("GET", `/api/console`, org);
await call("GET", `/healthz`);
await call("GET", "/metrics");
await call("GET", "/");
await call("GET", "/api/challenges");
await call("POST", "/api/challenges/tiny-event/judgings", org, { reason: "test" });
await new Promise((r) => setTimeout(r, 1500));
await call("GET", "/api/challenges/tiny-event/judgings/2", org);
await call("POST", "/api/challenges/tiny-event/judgings/2/apply", org);
await call("GET", "/api/challenges/tiny-event/board");
await call("POST", "/api/challenges/tiny-event/reveal", org, { confirm: "tiny-event" });
await call("GET", "/api/challenges/tiny-event/export");
await call("GET", "/api/openapi.json");
await call("GET", "/nope");
await call("GET", "/api/nope");
await call("POST", "/api/session", undefined, '{"__proto__":1}');
lap("rest");
await server.stop();
lap("stop");
