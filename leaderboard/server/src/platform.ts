import type { PgBoss } from "pg-boss";
import type { Clock } from "./clock.ts";
import type { Connection, Database } from "./database/connect.ts";
import type { Log } from "./log.ts";
import type { BlobStore } from "./store/blobs.ts";

/** What a server and a worker stand on. */
export interface Platform {
  readonly database: Database;
  readonly db: Connection;
  readonly boss: PgBoss;
  readonly store: BlobStore;
  readonly clock: Clock;
  readonly log: Log;
}
