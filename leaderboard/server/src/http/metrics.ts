import { Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Platform } from "../platform.ts";
import type { EventHub } from "./event-hub.ts";

/** Prometheus metrics of one server. */
export interface Metrics {
  render(): Promise<string>;
  readonly contentType: string;
}

/** Counts requests of `app` and looks at the queue whenever the metrics are read. */
export function createMetrics(app: FastifyInstance, { db }: Platform, events: EventHub): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "braidyn_" });
  const seconds = new Histogram({
    name: "braidyn_http_request_seconds",
    help: "Time from a request's head to the end of its answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers,
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `braidyn_${name}`, help, labelNames, registers });
  const runs = gauge("runs", "Runs by state", ["state"]);
  const oldest = gauge("queue_oldest_seconds", "How long the oldest run has waited");
  const workers = gauge("workers_alive", "Workers that were heard from within 30 s");
  const listeners = gauge("event_listeners", "Connections to the event stream");
  const receipts = gauge("receipts", "Number of the last receipt");
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return {
    contentType: registry.contentType,
    render: async () => {
      const { rows } = await sql<{ state: string; count: number }>`
        select state, count(*) as count from runs group by state`.execute(db);
      for (const state of ["waiting", "queued", "running", "scored", "refused", "failed"]) {
        runs.set({ state }, rows.find((row) => row.state === state)?.count ?? 0);
      }
      const facts = await sql<{ oldest: number | null; workers: number; receipts: number }>`
        select (select extract(epoch from now() - min(queued_at)) from runs where state in ('waiting', 'queued'))::float8 as oldest,
          (select count(*) from workers where seen_at > now() - interval '30 seconds') as workers,
          (select coalesce(max(number), 0) from receipts) as receipts`.execute(db);
      oldest.set(facts.rows[0]?.oldest ?? 0);
      workers.set(facts.rows[0]?.workers ?? 0);
      receipts.set(facts.rows[0]?.receipts ?? 0);
      listeners.set(events.size);
      return registry.metrics();
    },
  };
}
