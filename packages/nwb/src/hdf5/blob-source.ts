import type { ByteSource } from "./source.ts";

/** Reads a Blob or File, in a browser tab or in Node. */
export function blobSource(blob: Blob, label = "name" in blob ? String(blob.name) : "Blob"): ByteSource {
  return {
    label,
    size: blob.size,
    blockBytes: 64 * 1024,
    async read(target, offset) {
      const part = await blob.slice(offset, offset + target.length).arrayBuffer();
      target.set(new Uint8Array(part));
    },
    close() {},
  };
}
