import { open, readFile, rm, truncate, type FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { PieceStore } from "./piece-store.ts";
import { rangeSet, type RangeSet } from "./range-set.ts";
import { writeAll } from "./write-image.ts";

/** Bytes kept in a sparse file, with a journal of which of them have come. */
export interface DiskPieces extends PieceStore {
  /** The sparse file. */
  readonly path: string;
  /** Has all that has come reach the disk. */
  sync(): Promise<void>;
}

/** What was found on the disk. */
interface Found {
  readonly held: RangeSet;
  /** Length of the sound part of the journal; 0 where there is none. */
  readonly journalBytes: number;
}

/**
 * Opens the pieces of a file, `<stem>.data` and `<stem>.journal`, as far as they are those of `identity`.
 *
 * A piece is written before its line in the journal. The line carries the checksum of the piece and one of itself, and both
 * are checked here: whatever a power failure left in whichever order, only bytes that have come are believed.
 *
 * @param mode `read` changes nothing; null then where there is nothing.
 */
export async function diskPieces(
  stem: string,
  identity: string,
  mode: "read" | "write",
): Promise<DiskPieces | null> {
  const [path, journalPath] = [`${stem}.data`, `${stem}.journal`];
  const { held, journalBytes } = await found(path, journalPath, header(identity));
  if (mode === "read" && journalBytes === 0) return null;
  if (mode === "write" && journalBytes === 0) await removePieces(stem);
  const data = await open(path, mode === "read" ? "r" : journalBytes === 0 ? "w+" : "r+");
  let journal: FileHandle | null = null;
  if (mode === "write") {
    if (journalBytes > 0) await truncate(journalPath, journalBytes);
    journal = await open(journalPath, "a");
    if (journalBytes === 0) await journal.appendFile(header(identity));
  }
  return {
    path,
    sync: () => data.sync(),
    missing: (offset, length) => held.missing(offset, length),
    read: (target, offset) => readAll(data, target, offset, path),
    async write(bytes, offset) {
      await writeAll(data, bytes, offset);
      await journal?.appendFile(line(`${offset} ${bytes.length} ${hex(crc32(bytes))}`));
      held.add(offset, bytes.length);
    },
    async close() {
      await data.close();
      await journal?.close();
    },
  };
}

export async function removePieces(stem: string): Promise<void> {
  await rm(`${stem}.journal`, { force: true });
  await rm(`${stem}.data`, { force: true });
  await rm(`${stem}.part`, { force: true });
}

async function found(path: string, journalPath: string, head: string): Promise<Found> {
  const held = rangeSet();
  const text = await readFile(journalPath, "latin1").catch(() => "");
  const data = await open(path, "r").catch(() => null);
  if (data === null || !text.startsWith(head)) {
    await data?.close();
    return { held, journalBytes: 0 };
  }
  let journalBytes = head.length;
  try {
    for (let end; (end = text.indexOf("\n", journalBytes)) >= 0; journalBytes = end + 1) {
      const piece = pieceOf(text.slice(journalBytes, end + 1));
      if (piece === null) break; // the last line of a process that was killed, or worse
      if (await isSound(data, piece)) held.add(piece.offset, piece.length);
    }
  } finally {
    await data.close();
  }
  return { held, journalBytes };
}

interface Piece {
  readonly offset: number;
  readonly length: number;
  readonly checksum: string;
}

/** Far more than one write ever takes; keeps a damaged line from allocating gigabytes. */
const mostPieceBytes = 64 * 1024 * 1024;

function pieceOf(text: string): Piece | null {
  const match = /^(\d{1,16}) (\d{1,16}) ([0-9a-f]{8}) [0-9a-f]{8}\n$/.exec(text);
  if (match === null) return null;
  const [, offset, length, checksum = ""] = match;
  if (text !== line(`${offset} ${length} ${checksum}`) || Number(length) > mostPieceBytes) return null;
  return { offset: Number(offset), length: Number(length), checksum };
}

async function isSound(data: FileHandle, { offset, length, checksum }: Piece): Promise<boolean> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await data.read(bytes, 0, length, offset);
  return bytesRead === length && hex(crc32(bytes)) === checksum;
}

function header(identity: string): string {
  return line(`pieces 1 ${Buffer.from(identity, "utf8").toString("base64")}`);
}

/** A line with a checksum of its own. */
function line(text: string): string {
  return `${text} ${hex(crc32(text))}\n`;
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, "0");
}

async function readAll(file: FileHandle, target: Uint8Array, offset: number, path: string): Promise<void> {
  for (let filled = 0; filled < target.length;) {
    const { bytesRead } = await file.read(target, filled, target.length - filled, offset + filled);
    if (bytesRead === 0) throw new Error(`${path} ends before byte ${offset + target.length}`);
    filled += bytesRead;
  }
}
