import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import type { Connection } from "../database/connect.ts";
import { pieceBytes, type BlobStore } from "../store/blobs.ts";

/** Bytes that have arrived whole; the last piece is not yet in the store. */
export interface Received {
  readonly bytes: number;
  readonly sha256: string;
  /** The blob of the pieces before; null where the last is the only one. */
  readonly blob: string | null;
  readonly last: { readonly start: number; readonly bytes: Uint8Array };
}

export interface ReceiveOptions {
  readonly db: Connection;
  readonly store: BlobStore;
  readonly now: Date;
  readonly maxBytes: number;
}

/**
 * Takes a stream into the store, piece by piece: memory is one piece, whatever is sent. What was stored of a stream that
 * breaks or is too long is removed again.
 *
 * @throws BraidynError `LEADERBOARD_UPLOAD_SIZE`, `LEADERBOARD_UPLOAD_EMPTY`; whatever the stream ends with.
 */
export async function receive(stream: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Received> {
  const { db, store, now, maxBytes } = options;
  const hash = createHash("sha256");
  let blob: string | null = null;
  let [bytes, start] = [0, 0];
  let piece: Uint8Array[] = [];
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new BraidynError("LEADERBOARD_UPLOAD_SIZE", { limit: maxBytes });
      hash.update(chunk);
      piece.push(chunk);
      if (bytes - start < pieceBytes) continue;
      blob ??= await store.create(db, now);
      await store.append(db, blob, start, Buffer.concat(piece));
      [start, piece] = [bytes, []];
    }
    if (bytes === 0) throw new BraidynError("LEADERBOARD_UPLOAD_EMPTY", {});
    return { bytes, sha256: hash.digest("hex"), blob, last: { start, bytes: Buffer.concat(piece) } };
  } catch (error) {
    if (blob !== null) await store.remove(db, blob).catch(() => {});
    throw error;
  }
}
