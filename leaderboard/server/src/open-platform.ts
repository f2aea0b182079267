import { systemClock, type Clock } from "./clock.ts";
import { checkDatabase, openDatabase } from "./database/connect.ts";
import { migrate } from "./database/migrate.ts";
import type { Log } from "./log.ts";
import type { Platform } from "./platform.ts";
import { openBoss } from "./queue/boss.ts";
import { blobStore } from "./store/blobs.ts";

export interface OpenPlatformOptions {
  readonly url: string;
  readonly log: Log;
  readonly name: string;
  readonly connections: number;
  readonly clock?: Clock | undefined;
}

/**
 * Opens the database and the queue in it, brought up to this version.
 *
 * @throws BraidynError `LEADERBOARD_DATABASE`, `LEADERBOARD_DATABASE_NEWER`.
 */
export async function openPlatform(
  options: OpenPlatformOptions,
): Promise<Platform & { close(): Promise<void> }> {
  const { url, log, name, connections, clock = systemClock } = options;
  const database = openDatabase({ url, connections, name });
  try {
    await checkDatabase(database);
    await migrate(database.db);
    const boss = await openBoss(url, log);
    return {
      ...{ database, db: database.db, boss, store: blobStore, clock, log },
      close: async () => {
        await boss.stop({ graceful: false }).catch(() => {});
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
