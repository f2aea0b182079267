import { open, readFile, type FileHandle } from "node:fs/promises";
import { npyHeader } from "../npy.ts";
import type { ArrangedSplit } from "./arrange.ts";

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
    for (const { rows, positions } of split.sessions) {
      const input = await readFile(rows.inputFile);
      for (const [from, to] of runs(positions)) {
        const place = header.length + (positions[from] ?? 0) * rowBytes;
        await writeAt(file, input.subarray(from * rowBytes, to * rowBytes), place);
      }
    }
  } finally {
    await file.close();
  }
  return shape;
}

/** Stretches `[from, to)` whose positions follow each other: one write each, for train rows one a session. */
function* runs(positions: Uint32Array): Generator<[number, number]> {
  let from = 0;
  for (let i = 1; i <= positions.length; i++) {
    if (i < positions.length && positions[i] === (positions[i - 1] ?? 0) + 1) continue;
    yield [from, i];
    from = i;
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
