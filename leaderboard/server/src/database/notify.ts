import { sql } from "kysely";
import type { LiveEvent } from "../api.ts";
import type { Queryable } from "./connect.ts";

export const eventChannel = "braidyn_events";
export const queueChannel = "braidyn_queue";

/** Tells every server what changed, once the transaction is committed. */
export async function notifyEvent(db: Queryable, event: LiveEvent): Promise<void> {
  await sql`select pg_notify(${eventChannel}, ${JSON.stringify(event)})`.execute(db);
}

/** Wakes workers. */
export async function notifyQueue(db: Queryable): Promise<void> {
  await sql`select pg_notify(${queueChannel}, '-')`.execute(db);
}
