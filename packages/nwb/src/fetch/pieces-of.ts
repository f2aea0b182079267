import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { stateName } from "./destination.ts";
import { diskPieces, removePieces, type DiskPieces } from "./disk-pieces.ts";
import type { Origin } from "./origin.ts";
import { memoryPieces, type PieceStore } from "./piece-store.ts";

/** Where the pieces of one file of a folder are kept. */
export interface PiecesPlace {
  readonly state: string;
  /** Starts the names of all pieces of this file, of whatever version. */
  readonly start: string;
  /** Their path without its ending. */
  readonly stem: string;
  readonly identity: string;
}

export function piecesPlace(folder: string, name: string, origin: Origin): PiecesPlace {
  const identity = JSON.stringify(origin.provenance);
  const state = join(folder, stateName);
  const start = `${digest(name)}-`;
  return { state, start, stem: join(state, start + digest(identity)), identity };
}

/** Opens the pieces of this version of a file; those of others go. */
export async function openPieces(place: PiecesPlace): Promise<DiskPieces> {
  await removeAll(place, place.stem);
  const pieces = await diskPieces(place.stem, place.identity, "write");
  if (pieces === null) throw new TypeError("pieces that are opened for writing are there");
  return pieces;
}

/** The pieces that are there, with room in memory for more: nothing is written. */
export async function lookAtPieces({ stem, identity }: PiecesPlace): Promise<PieceStore> {
  return memoryPieces(await diskPieces(stem, identity, "read"));
}

/** Whether pieces of any version are there: then the file is one that was being fetched. */
export async function hasPieces({ state, start }: PiecesPlace): Promise<boolean> {
  return (await namesIn(state)).some((name) => name.startsWith(start));
}

/** Removes the pieces of a file but for those of one version. */
export async function removeAll({ state, start }: PiecesPlace, kept?: string): Promise<void> {
  const stems = (await namesIn(state))
    .filter((name) => name.startsWith(start))
    .map((name) => join(state, name.replace(/\.\w+$/, "")));
  for (const stem of new Set(stems)) if (stem !== kept) await removePieces(stem);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}
