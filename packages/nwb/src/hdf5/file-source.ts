import { BraidynError } from "@braidyn/core";
import { builtin } from "../builtin.ts";
import type { ByteSource } from "./source.ts";

/**
 * Reads a local file.
 *
 * @throws BraidynError `NWB_NOT_FOUND`, or `NWB_NOT_READABLE` for a folder, a device or a file without permission.
 */
export function fileSource(path: string): ByteSource {
  const fs = builtin("node:fs");
  const descriptor = openForReading(path);
  const stats = fs.fstatSync(descriptor);
  if (!stats.isFile()) {
    fs.closeSync(descriptor);
    throw new BraidynError("NWB_NOT_READABLE", { path, reason: "not a regular file" });
  }
  let open = true;
  const fill = (target: Uint8Array, offset: number) => {
    if (!open) throw new BraidynError("NWB_CLOSED", { path });
    for (let filled = 0; filled < target.length;) {
      const got = readPart(path, descriptor, target, filled, offset + filled);
      if (got === 0) {
        // The size was checked at opening: the file shrank while it was read.
        const end = offset + target.length;
        throw new BraidynError("NWB_TRUNCATED", { path, size: offset + filled, what: "a read", end });
      }
      filled += got;
    }
  };
  return {
    label: path,
    path,
    size: stats.size,
    blockBytes: 16 * 1024,
    readSync: fill,
    read: async (target, offset) => fill(target, offset),
    close() {
      if (open) fs.closeSync(descriptor);
      open = false;
    },
  };
}

/** Fills `target` from index `start` with as many bytes as one call gives. */
function readPart(
  path: string,
  descriptor: number,
  target: Uint8Array,
  start: number,
  offset: number,
): number {
  try {
    return builtin("node:fs").readSync(descriptor, target, start, target.length - start, offset);
  } catch (cause) {
    throw new BraidynError("NWB_NOT_READABLE", { path, reason: systemCode(cause) }, { cause });
  }
}

function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}

function openForReading(path: string): number {
  const { constants, openSync } = builtin("node:fs");
  try {
    // O_NONBLOCK: opening a FIFO that nobody writes to must not hang.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") throw new BraidynError("NWB_NOT_FOUND", { path }, { cause });
    throw new BraidynError("NWB_NOT_READABLE", { path, reason: code }, { cause });
  }
}
