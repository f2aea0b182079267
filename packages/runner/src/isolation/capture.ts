import { PassThrough } from "node:stream";

/** What a program wrote to one of its streams. */
export interface Capture {
  /** The first bytes, as many as are kept. */
  bytes(): Uint8Array;
  /** The same as it comes, for a conversation; null where none is held. What is not read makes the program wait. */
  readonly live: PassThrough | null;
  /** Reads on to the end without keeping a conversation waiting for it. */
  drain(): void;
}

/** Keeps the first `limit` bytes of a stream; `onOverflow` is called once when there are more. Later ones are thrown away. */
export function capture(
  stream: NodeJS.ReadableStream,
  limit: number,
  onOverflow: () => void,
  { live = false } = {},
): Capture {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  let over = false;
  const through = live ? new PassThrough() : null;
  let reading = through !== null;
  stream.on("data", (chunk: Uint8Array) => {
    const part = chunk.subarray(0, limit - kept);
    if (part.length > 0) chunks.push(part);
    kept += part.length;
    if (part.length < chunk.length && !over) {
      over = true;
      onOverflow();
    }
    if (reading && through?.write(chunk) === false) stream.pause();
  });
  through?.on("drain", () => stream.resume());
  through?.on("error", () => {});
  stream.on("error", () => {});
  stream.on("close", () => through?.end());
  stream.on("end", () => through?.end());
  return {
    bytes: () => Buffer.concat(chunks, kept),
    live: through,
    drain: () => {
      reading = false;
      through?.resume();
      stream.resume();
    },
  };
}
