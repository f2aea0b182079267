import {
  createCsvReader,
  formatOf,
  parsePredictionsParquet,
  type Predictions,
  type PredictionsFormat,
} from "@braidyn/harness";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** A file's predictions and digest; read once, a CSV file in pieces. */
export interface CheckedFile {
  readonly predictions: Predictions;
  readonly sha256: string;
}

type OnProgress = (fraction: number) => void;

/**
 * Reads a file as the server will.
 *
 * @throws BraidynError `SUBMISSION_*` as `braidyn validate` does.
 */
export async function checkFile(
  file: File,
  format: PredictionsFormat,
  onProgress: OnProgress,
): Promise<CheckedFile> {
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (formatOf(start) === "parquet") return checkParquet(file, format);
  const reader = createCsvReader(format);
  const digest = await eachPiece(file, (piece) => reader.push(piece), onProgress);
  return { predictions: reader.finish(), sha256: digest };
}

/** SHA-256 of a file that is not otherwise looked at. */
export function digestOf(file: File, onProgress: OnProgress): Promise<string> {
  return eachPiece(file, () => {}, onProgress);
}

async function checkParquet(file: File, format: PredictionsFormat): Promise<CheckedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { predictions: await parsePredictionsParquet(bytes, format), sha256: bytesToHex(sha256(bytes)) };
}

/** Web Crypto hashes no stream, and is not there at all on a page without HTTPS, as a venue's is. */
async function eachPiece(
  file: File,
  take: (piece: Uint8Array) => void,
  onProgress: OnProgress,
): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  let done = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    hash.update(next.value);
    take(next.value);
    done += next.value.length;
    onProgress(done / file.size);
  }
  return bytesToHex(hash.digest());
}
