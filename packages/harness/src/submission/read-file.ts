import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import { constants, open, type FileHandle } from "node:fs/promises";
import { createCsvReader } from "./parse-csv.ts";
import { parsePredictionsParquet } from "./parse-parquet.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/** Predictions, and the SHA-256 of the file they came from. */
export interface PredictionsFile {
  readonly predictions: Predictions;
  readonly sha256: string;
}

/**
 * Reads `predictions.csv` or `.parquet` from disk, the former piece by piece. Which of the two it is, its first bytes
 * tell.
 *
 * @param maxBytes a larger file is refused before it is read; the challenge's `limits.max_bytes`.
 * @throws BraidynError `SUBMISSION_*`.
 */
export async function readPredictionsFile(
  path: string,
  format: PredictionsFormat,
  maxBytes: number,
): Promise<PredictionsFile> {
  // without O_NONBLOCK, opening a FIFO would wait for a writer for ever
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("SUBMISSION_FILE", { path, reason }, { cause });
  });
  try {
    const stats = await file.stat();
    const found = stats.size;
    if (!stats.isFile()) throw new BraidynError("SUBMISSION_FILE", { path, reason: "not a file" });
    if (found > maxBytes) throw new BraidynError("SUBMISSION_TOO_LARGE", { found, limit: maxBytes });
    return (await isParquet(file)) ? await readWhole(file, format) : await readPieces(file, format);
  } finally {
    await file.close();
  }
}

async function isParquet(file: FileHandle): Promise<boolean> {
  const start = new Uint8Array(4);
  await file.read(start, 0, 4, 0);
  return String.fromCharCode(...start) === "PAR1";
}

async function readWhole(file: FileHandle, format: PredictionsFormat): Promise<PredictionsFile> {
  const bytes = await file.readFile();
  const predictions = await parsePredictionsParquet(bytes, format);
  return { predictions, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function readPieces(file: FileHandle, format: PredictionsFormat): Promise<PredictionsFile> {
  const reader = createCsvReader(format);
  const hash = createHash("sha256");
  const piece = new Uint8Array(1 << 20);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(piece, 0, piece.length, position);
    if (bytesRead === 0) return { predictions: reader.finish(), sha256: hash.digest("hex") };
    reader.push(piece.subarray(0, bytesRead));
    hash.update(piece.subarray(0, bytesRead));
    position += bytesRead;
  }
}
