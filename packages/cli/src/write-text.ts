import type { OutputStream } from "./context.ts";

/** Thrown when the reader of a pipe went away. */
export class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";
}

/**
 * Writes and waits until the stream took it, so that long output never piles up in memory.
 *
 * @throws BrokenPipe when nobody reads any more.
 */
export async function writeText(stream: OutputStream, text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error?: Error | null) => {
      if (!error) return resolve();
      const code = (error as NodeJS.ErrnoException).code;
      const gone = code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
      reject(gone ? new BrokenPipe("the reader went away", { cause: error }) : error);
    });
  });
}
