import { BraidynError } from "@braidyn/core";
import { createHash } from "node:crypto";
import { formatOf } from "./file-format.ts";
import { openSubmission, type OpenedFile } from "./open-file.ts";
import { createCsvReader } from "./parse-csv.ts";
import { parsePredictionsParquet } from "./parse-parquet.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

/** Predictions, and the SHA-256 of the file they came from. */
export interface PredictionsFile {
  readonly predictions: Predictions;
  readonly sha256: string;
}

/** A Parquet file is read whole; ten million predictions need a quarter of this. */
const maxParquetBytes = 1 << 30;
const pieceBytes = 1 << 20;

/**
 * Reads `predictions.csv` or `.parquet` from disk, the former piece by piece. Which of the two it is, its first bytes
 * tell. Memory is that of the expected rows, and of a Parquet file itself.
 *
 * @param maxBytes a larger file is refused before it is read; the challenge's `limits.max_bytes`.
 * @throws BraidynError `SUBMISSION_*`.
 */
export async function readPredictionsFile(
  path: string,
  format: PredictionsFormat,
  maxBytes: number,
): Promise<PredictionsFile> {
  const opened = await openSubmission(path, maxBytes);
  try {
    const start = new Uint8Array(8);
    await opened.file.read(start, 0, start.length, 0);
    const read = formatOf(start) === "parquet" ? readWhole : readPieces;
    const result = await read(opened, format);
    await opened.checkUnchanged();
    return result;
  } finally {
    await opened.file.close();
  }
}

/** SHA-256 of a submission's file, without reading what it says. @throws BraidynError as {@link readPredictionsFile}. */
export async function submissionDigest(path: string): Promise<string> {
  const opened = await openSubmission(path, Infinity);
  try {
    const hash = createHash("sha256");
    for await (const piece of pieces(opened)) hash.update(piece);
    await opened.checkUnchanged();
    return hash.digest("hex");
  } finally {
    await opened.file.close();
  }
}

async function readWhole(opened: OpenedFile, format: PredictionsFormat): Promise<PredictionsFile> {
  const { size } = opened;
  if (size > maxParquetBytes)
    throw new BraidynError("SUBMISSION_TOO_LARGE", { found: size, limit: maxParquetBytes });
  const bytes = new Uint8Array(size);
  let filled = 0;
  for await (const piece of pieces(opened)) {
    bytes.set(piece, filled);
    filled += piece.length;
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { predictions: await parsePredictionsParquet(bytes, format), sha256 };
}

async function readPieces(opened: OpenedFile, format: PredictionsFormat): Promise<PredictionsFile> {
  const reader = createCsvReader(format);
  const hash = createHash("sha256");
  for await (const piece of pieces(opened)) {
    reader.push(piece);
    hash.update(piece);
  }
  return { predictions: reader.finish(), sha256: hash.digest("hex") };
}

/** The file's bytes as they were counted when it was opened: one that grows is not followed. */
async function* pieces({ path, file, size }: OpenedFile): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(Math.min(pieceBytes, Math.max(1, size)));
  for (let position = 0; position < size;) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, size - position), position);
    if (bytesRead === 0) throw new BraidynError("SUBMISSION_CHANGED", { path });
    yield piece.subarray(0, bytesRead);
    position += bytesRead;
  }
}
