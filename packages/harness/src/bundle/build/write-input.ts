import { open, type FileHandle } from "node:fs/promises";
import { npyHeader } from "../npy.ts";
import type { ArrangedSplit, PlacedSession } from "./arrange.ts";
import { readInput } from "./read-input.ts";

/**
 * Writes `input.npy` of a split (float32, count x inputShape), one session in memory at a time: each row goes straight
 * to its place in the file.
 *
 * @returns the array's shape.
 */
export async function writeInput(
  path: string,
  split: ArrangedSplit,
  inputShape: readonly number[],
): Promise<number[]> {
  const shape = [split.count, ...inputShape];
  const rowBytes = inputShape.reduce((product, size) => product * size, Float32Array.BYTES_PER_ELEMENT);
  const header = npyHeader("<f4", shape);
  const file = await open(path, "w");
  try {
    await writeAt(file, header, 0);
    for (const session of split.sessions) {
      const { buffer, byteOffset, byteLength } = await readInput(session.rows);
      const input = new Uint8Array(buffer, byteOffset, byteLength);
      for (const { row, place, rows } of runs(session)) {
        const bytes = input.subarray(row * rowBytes, (row + rows) * rowBytes);
        await writeAt(file, bytes, header.length + place * rowBytes);
      }
    }
  } finally {
    await file.close();
  }
  return shape;
}

/** Stretches of rows that follow each other in the session and in the split: for train rows, one a session. */
function* runs({ kept, positions }: PlacedSession): Generator<{ row: number; place: number; rows: number }> {
  let from = 0;
  for (let k = 1; k <= kept.length; k++) {
    const follows = kept[k] === (kept[k - 1] ?? 0) + 1 && positions[k] === (positions[k - 1] ?? 0) + 1;
    if (k < kept.length && follows) continue;
    yield { row: kept[from] ?? 0, place: positions[from] ?? 0, rows: k - from };
    from = k;
  }
}

/** One write call may write less than it was given. */
async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
