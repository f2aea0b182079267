import { BraidynError } from "@braidyn/core";
import { Migrator, type Kysely, type Migration } from "kysely";
import * as begin from "./migrations/001-begin.ts";
import type { Tables } from "./tables.ts";

/** In their order; one that was published is never changed. There is no way down: a backup is the way back. */
const migrations: Record<string, Migration> = { "001-begin": begin };

/**
 * Brings the database up to this version; several that start at once wait for each other.
 *
 * @throws BraidynError `LEADERBOARD_DATABASE_NEWER`.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: "braidyn_migration",
    migrationLockTableName: "braidyn_migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const newer = /previously executed migration ([\w-]+) is missing/.exec(String(error));
  if (newer !== null) throw new BraidynError("LEADERBOARD_DATABASE_NEWER", { found: newer[1] ?? "" });
  throw error instanceof Error ? error : new Error(String(error));
}
