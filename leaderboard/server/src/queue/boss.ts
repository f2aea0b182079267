import { PgBoss } from "pg-boss";
import type { Log } from "../log.ts";

/** The queue of runs. */
export const scoreQueue = "score";

/** How long a worker may be silent before its job is given to another; pg-boss takes 10 s at least. */
export const leaseSeconds = 10;
/** How often workers say that they live. */
export const touchMilliseconds = 3000;
/** How often silence is looked for: with the lease, a killed worker's job is taken up within 20 s. */
const superviseSeconds = 5;
/** A run may take so long in all, whatever its worker says. */
const expireSeconds = 2 * 3600;
/** A job that loses its worker so many times is given up, and does not count. */
export const retryLimit = 3;

/** Opens pg-boss on the database; several that start at once wait for each other. */
export async function openBoss(url: string, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "braidyn-queue",
    max: 3,
    schema: "pgboss",
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    connectionTimeoutMillis: 10_000,
  });
  boss.on("error", (error: Error) => log.warn({ reason: error.message }, "queue"));
  boss.on("warning", (warning) => log.debug({ warning }, "queue"));
  await boss.start();
  await boss.createQueue(scoreQueue, {
    policy: "standard",
    retryLimit,
    retryDelay: 0,
    expireInSeconds: expireSeconds,
    heartbeatSeconds: leaseSeconds,
    retentionSeconds: 30 * 24 * 3600,
    deleteAfterSeconds: 24 * 3600,
  });
  return boss;
}
