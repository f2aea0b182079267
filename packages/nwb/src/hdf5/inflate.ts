import { builtin } from "../builtin.ts";
import type { Inflate } from "./filters.ts";

/** zlib where there is Node (its thread pool inflates several chunks at once), else the platform's streams. */
export function platformInflate(): Inflate {
  return globalThis.process?.versions?.node ? nodeInflate() : streamInflate;
}

function nodeInflate(): Inflate {
  const { inflate, inflateSync } = builtin("node:zlib");
  return (bytes, mostBytes) => {
    const options = {
      maxOutputLength: mostBytes,
      chunkSize: Math.max(64, Math.min(mostBytes, 4 * 1024 * 1024)),
    };
    // A small chunk inflates faster than a thread takes it up.
    if (bytes.length < 4096 && mostBytes < 65_536)
      return Promise.resolve().then(() => inflateSync(bytes, options));
    return new Promise((resolve, reject) =>
      inflate(bytes, options, (error, result) => (error ? reject(error) : resolve(result))),
    );
  };
}

const streamInflate: Inflate = async (bytes, mostBytes) => {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  const out = new Uint8Array(mostBytes);
  let length = 0;
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    if (length + part.length > mostBytes) throw new RangeError("more bytes than a chunk holds");
    out.set(part, length);
    length += part.length;
  }
  return out.subarray(0, length);
};
