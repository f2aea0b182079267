import { sql } from "kysely";
import type { Platform } from "./platform.ts";
import { blobStore, sweepBlobs } from "./store/blobs.ts";

/** Forgets what nobody will ask for again: expired uploads and sessions, workers that are gone, blobs without an owner. */
export async function keepHouse({ db, clock, log }: Platform): Promise<void> {
  const now = clock.now();
  const expired = await db
    .deleteFrom("uploads")
    .where("expires_at", "<", now)
    .returning(["blob", "submission"])
    .execute();
  for (const { blob } of expired) {
    const used = await db.selectFrom("submissions").select("id").where("blob", "=", blob).executeTakeFirst();
    if (used === undefined) await blobStore.remove(db, blob);
  }
  await db.deleteFrom("tokens").where("parent", "is not", null).where("expires_at", "<", now).execute();
  await db
    .deleteFrom("workers")
    .where("seen_at", "<", sql<Date>`now() - interval '1 day'`)
    .execute();
  const swept = await sweepBlobs(db, now);
  if (expired.length + swept > 0) log.info({ uploads: expired.length, blobs: swept }, "swept");
}
