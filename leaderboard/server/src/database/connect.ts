import { BraidynError } from "@braidyn/core";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { listenTo, type Listening } from "./listen.ts";
import type { Tables } from "./tables.ts";

export type Connection = Kysely<Tables>;
/** Either the database itself or a transaction on it. */
export type Queryable = Kysely<Tables> | Transaction<Tables>;

/** One process's way to the database. */
export interface Database {
  readonly db: Connection;
  readonly url: string;
  listen(channel: string, onPayload: (payload: string) => void): Listening;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly connections: number;
  readonly name: string;
}

/** Numbers of rows and bytes stay far below 2^53, so PostgreSQL's int8 can be a number. */
const int8 = 20;

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 && format !== "binary" ? Number : (pg.types.getTypeParser(oid, format) as never),
};

/** Opens a pool of connections; the first query finds out whether the database answers. */
export function openDatabase({ url, connections, name }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types,
  });
  // A connection that breaks while it is idle is replaced by the next query; one that breaks in the middle of a
  // transaction fails its query, and tells it once more here.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    url,
    listen: (channel, onPayload) => listenTo(url, channel, onPayload),
    close: () => db.destroy(),
  };
}

/** Whether an error says that the database could not be reached, rather than that the query was wrong. */
export function isUnreachable(error: unknown): boolean {
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|ENETUNREACH|08|57P0)/.test(code)) return true;
  return /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered/.test(
    message,
  );
}

/** @throws BraidynError `LEADERBOARD_DATABASE` unless the database answers. */
export async function checkDatabase({ db }: Database): Promise<void> {
  try {
    await db.selectNoFrom((eb) => eb.lit(1).as("one")).execute();
  } catch (cause) {
    // the address holds a password: only what the driver says is passed on
    const { code, message } = cause as Error & { code?: string };
    throw new BraidynError("LEADERBOARD_DATABASE", { reason: message || code || "?" }, { cause });
  }
}
