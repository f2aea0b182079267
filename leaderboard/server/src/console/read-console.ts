import { BraidynError } from "@braidyn/core";
import { sql } from "kysely";
import { statfs } from "node:fs/promises";
import type { ConsoleView } from "../api.ts";
import type { Site } from "../http/context.ts";

interface Facts {
  readonly at: Date;
  readonly waiting: number;
  readonly queued: number;
  readonly running: number;
  readonly failed: number;
  readonly oldest: number | null;
  readonly bytes: number;
  readonly version: string;
}

/** What an organizer looks at while the event runs. */
export async function readConsole(site: Site): Promise<ConsoleView> {
  const { db, clock } = site.platform;
  const asked = clock.now();
  const { rows } = await sql<Facts>`
    select clock_timestamp() as at,
      (select count(*) from runs where state = 'waiting') as waiting,
      (select count(*) from runs where state = 'queued') as queued,
      (select count(*) from runs where state = 'running') as running,
      (select count(*) from runs where state = 'failed') as failed,
      (select extract(epoch from clock_timestamp() - min(queued_at)) from runs where state in ('waiting', 'queued'))::float8
        as oldest,
      pg_database_size(current_database()) as bytes, current_setting('server_version') as version`.execute(
    db,
  );
  const facts = rows[0]!;
  const { waiting, queued, running, failed, oldest } = facts;
  return {
    at: asked.toISOString(),
    clockSkewMs: asked.getTime() - facts.at.getTime(),
    version: site.version,
    uptimeSeconds: (performance.now() - site.startedAt) / 1000,
    queue: { waiting, queued, running, failed, oldestSeconds: oldest },
    workers: await readWorkers(site),
    database: { bytes: facts.bytes, embedded: site.folder !== null, version: facts.version },
    disk: await readDisk(site.folder),
    memoryBytes: process.memoryUsage.rss(),
    connections: { events: site.events.size },
    failures: await readFailures(site),
    log: await readLog(site),
  };
}

async function readWorkers({ platform: { db } }: Site): Promise<ConsoleView["workers"]> {
  const found = await db
    .selectFrom("workers")
    .selectAll()
    .select(sql<boolean>`seen_at > now() - interval '30 seconds'`.as("alive"))
    .orderBy("started_at")
    .execute();
  return found.map(({ id, host, pid, started_at, seen_at, alive, running, done, isolation }) => ({
    ...{ id, host, pid, startedAt: started_at.toISOString(), seenAt: seen_at.toISOString() },
    ...{ alive, running, done, isolation },
  }));
}

async function readDisk(folder: string | null): Promise<ConsoleView["disk"]> {
  if (folder === null) return null;
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

async function readFailures({ platform: { db } }: Site): Promise<ConsoleView["failures"]> {
  const found = await db
    .selectFrom("runs as r")
    .innerJoin("teams as t", "t.id", "r.team")
    .select(["r.submission", "t.name", "r.finished_at", "r.problem"])
    .where("r.state", "=", "failed")
    .orderBy("r.finished_at", "desc")
    .limit(50)
    .execute();
  return found.map(({ submission, name, finished_at, problem }) => ({
    ...{ submission, team: name, at: (finished_at ?? new Date(0)).toISOString() },
    code: problem?.code ?? "-",
    message: problem === null ? "" : new BraidynError(problem.code, problem.parameters as never).message,
  }));
}

async function readLog({ platform: { db } }: Site): Promise<ConsoleView["log"]> {
  const found = await db.selectFrom("audit").selectAll().orderBy("id", "desc").limit(200).execute();
  return found.map(({ at, by_label, action, detail }) => ({
    at: at.toISOString(),
    by: by_label,
    action,
    detail,
  }));
}
