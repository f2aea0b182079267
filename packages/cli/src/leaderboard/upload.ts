import { isBraidynError } from "@braidyn/core";
import type { Accepted, SubmissionKind } from "@braidyn/leaderboard/api";
import type { Client } from "@braidyn/leaderboard/client";
import { open } from "node:fs/promises";
import { basename } from "node:path";

export interface UploadOptions {
  readonly client: Client;
  readonly challenge: string;
  readonly path: string;
  readonly kind: SubmissionKind;
  /** Bytes that have arrived, and how many there are. */
  readonly onProgress: (received: number, bytes: number) => void;
  /** Throws when the user wants to stop. */
  readonly check: () => void;
}

const pieceBytes = 2 * 1024 * 1024;
/** Attempts at one piece, each after a longer pause. */
const attempts = 8;

/**
 * Sends a file in pieces and makes it a submission. Where the connection breaks it goes on at the last byte that arrived,
 * also when it is called again later.
 *
 * @throws BraidynError `SUBMISSION_*` for what is no file, and what the server answers.
 */
export async function upload(options: UploadOptions): Promise<Accepted> {
  const { client, challenge, path, kind, onProgress, check } = options;
  const { submissionDigest } = await import("@braidyn/harness/build");
  const sha256 = await submissionDigest(path);
  const file = await open(path, "r");
  try {
    const { size: bytes } = await file.stat();
    const body = { name: basename(path), kind, bytes: Math.max(1, bytes), sha256 };
    const begun = await retried(check, () => client.call("startUpload", { params: { challenge }, body }));
    const params = { id: begun.id };
    let { received } = begun;
    while (received < bytes) {
      onProgress(received, bytes);
      const piece = new Uint8Array(Math.min(pieceBytes, bytes - received));
      await file.read(piece, 0, piece.length, received);
      received = await retried(check, async () => {
        try {
          const query = { offset: received };
          return (await client.call("sendPiece", { params, query, bytes: piece })).received;
        } catch (error) {
          // a piece whose answer was lost has arrived; one that broke has arrived in part
          const { received: now } = await client.call("getUpload", { params });
          if (now > received) return now;
          throw error;
        }
      });
    }
    onProgress(bytes, bytes);
    return await retried(check, () => client.call("finishUpload", { params }));
  } finally {
    await file.close();
  }
}

/** Tries again what failed by the network or because the server was busy. */
export async function retried<T>(check: () => void, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    check();
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !mayPass(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, 8000)));
    }
  }
}

function mayPass(error: unknown): boolean {
  return (
    ["LEADERBOARD_SERVER", "LEADERBOARD_UNAVAILABLE", "LEADERBOARD_RATE", "LEADERBOARD_UPLOAD_SLOW"] as const
  ).some((code) => isBraidynError(error, code));
}
