import { BraidynError } from "@braidyn/core";
import { open, type FileHandle } from "node:fs/promises";
import { createCsvReader } from "./parse-csv.ts";
import { parsePredictionsParquet } from "./parse-parquet.ts";
import type { Predictions, PredictionsFormat } from "./predictions.ts";

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
): Promise<Predictions> {
  const file = await open(path, "r").catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("SUBMISSION_FILE", { path, reason }, { cause });
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new BraidynError("SUBMISSION_FILE", { path, reason: "not a file" });
    if (stats.size > maxBytes)
      throw new BraidynError("SUBMISSION_TOO_LARGE", { found: stats.size, limit: maxBytes });
    return await readOpen(file, format);
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle, format: PredictionsFormat): Promise<Predictions> {
  const start = new Uint8Array(4);
  await file.read(start, 0, 4, 0);
  if (String.fromCharCode(...start) === "PAR1") return parsePredictionsParquet(await file.readFile(), format);
  const reader = createCsvReader(format);
  const piece = new Uint8Array(1 << 20);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(piece, 0, piece.length, position);
    if (bytesRead === 0) return reader.finish();
    reader.push(piece.subarray(0, bytesRead));
    position += bytesRead;
  }
}
