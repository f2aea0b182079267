import { open } from "node:fs/promises";
import type { SessionRows } from "./collect.ts";

/** A session's input, count x inputShape, from its part. */
export async function readInput({
  count,
  inputShape,
  file,
  inputOffset,
}: SessionRows): Promise<Float32Array> {
  const input = new Float32Array(inputShape.reduce((product, size) => product * size, count));
  const bytes = new Uint8Array(input.buffer);
  const handle = await open(file, "r");
  try {
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, inputOffset + done);
      if (bytesRead === 0) throw new Error(`${file} ended after ${done} bytes of input`);
      done += bytesRead;
    }
  } finally {
    await handle.close();
  }
  return input;
}
