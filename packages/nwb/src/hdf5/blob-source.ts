import { BraidynError } from "@braidyn/core";
import type { ByteSource } from "./source.ts";

/** Reads a Blob or File, in a browser tab or in Node; a file that changes meanwhile is `NWB_NOT_READABLE`. */
export function blobSource(blob: Blob, label = "name" in blob ? String(blob.name) : "Blob"): ByteSource {
  return {
    label,
    size: blob.size,
    blockBytes: 64 * 1024,
    async read(target, offset) {
      const part = await bytesOf(blob.slice(offset, offset + target.length), label);
      if (part.length !== target.length) {
        const end = offset + target.length;
        throw new BraidynError("NWB_TRUNCATED", { path: label, size: blob.size, what: "a read", end });
      }
      target.set(part);
    },
    close() {},
  };
}

async function bytesOf(blob: Blob, label: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("NWB_NOT_READABLE", { path: label, reason }, { cause });
  }
}
