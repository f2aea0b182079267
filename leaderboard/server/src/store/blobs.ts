import { randomUUID } from "node:crypto";
import type { Queryable } from "../database/connect.ts";

/** Largest piece of a blob: what one upload holds in memory. */
export const pieceBytes = 256 * 1024;

/**
 * Where the bytes of submissions and bundles are: in the database, in pieces, so that one backup holds everything. This is
 * all that the rest knows of it.
 */
export interface BlobStore {
  /** A new blob, empty unless its contents are told. One that nothing refers to is swept away after a day. */
  create(db: Queryable, now: Date, contents?: { bytes: number; sha256: string }): Promise<string>;
  /** Adds a piece at its place; adding it again changes nothing. */
  append(db: Queryable, blob: string, start: number, bytes: Uint8Array): Promise<void>;
  /** Declares it whole. */
  seal(db: Queryable, blob: string, contents: { bytes: number; sha256: string }): Promise<void>;
  /** Its pieces in their order. */
  read(db: Queryable, blob: string): AsyncGenerator<Uint8Array>;
  remove(db: Queryable, blob: string): Promise<void>;
}

export const blobStore: BlobStore = {
  create: async (db, now, { bytes, sha256 } = { bytes: 0, sha256: "" }) => {
    const id = randomUUID();
    await db.insertInto("blobs").values({ id, bytes, sha256, created_at: now }).execute();
    return id;
  },
  append: async (db, blob, start, bytes) => {
    await db
      .insertInto("blob_pieces")
      .values({ blob, start, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
      .onConflict((conflict) => conflict.columns(["blob", "start"]).doNothing())
      .execute();
  },
  seal: async (db, blob, { bytes, sha256 }) => {
    await db.updateTable("blobs").set({ bytes, sha256 }).where("id", "=", blob).execute();
  },
  read: readPieces,
  remove: async (db, blob) => {
    await db.deleteFrom("blob_pieces").where("blob", "=", blob).execute();
    await db.deleteFrom("blobs").where("id", "=", blob).execute();
  },
};

async function* readPieces(db: Queryable, blob: string): AsyncGenerator<Uint8Array> {
  for (let next = 0; ;) {
    const piece = await db
      .selectFrom("blob_pieces")
      .select(["start", "bytes"])
      .where("blob", "=", blob)
      .where("start", "=", next)
      .executeTakeFirst();
    if (piece === undefined) return;
    yield piece.bytes;
    next += piece.bytes.length;
  }
}

/** Removes blobs that nothing refers to: of uploads that broke, of servers that were killed. */
export async function sweepBlobs(db: Queryable, now: Date): Promise<number> {
  const old = new Date(now.getTime() - 24 * 3600_000);
  const stale = await db
    .selectFrom("blobs")
    .select("id")
    .where("created_at", "<", old)
    .where(({ not, exists, selectFrom, and }) =>
      and(
        (["submissions", "uploads", "bundle_files"] as const).map((table) =>
          not(exists(selectFrom(table).select("blob").whereRef(`${table}.blob`, "=", "blobs.id"))),
        ),
      ),
    )
    .limit(1000)
    .execute();
  for (const { id } of stale) await blobStore.remove(db, id);
  return stale.length;
}
