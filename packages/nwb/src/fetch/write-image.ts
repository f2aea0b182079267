import { createHash } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileImage, ImagePart } from "../copy/file-image.ts";
import type { ByteSource } from "../hdf5/source.ts";

/** What was written. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

const stepBytes = 1024 * 1024;

/**
 * Writes a file, its bulk copied from `source`. It stands under another name, `part`, until it is whole and on the disk.
 *
 * @param part a path on the same disk.
 * @throws what the file system and the source throw; nothing is left behind then.
 */
export async function writeImage(
  path: string,
  image: FileImage,
  source: ByteSource,
  part = `${path}.part`,
): Promise<WrittenFile> {
  try {
    const sha256 = await writePart(part, image, source);
    await rename(part, path);
    await syncFolder(dirname(path));
    return { bytes: image.size, sha256 };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writePart(part: string, image: FileImage, source: ByteSource): Promise<string> {
  const file = await open(part, "w");
  const hash = createHash("sha256");
  try {
    let end = 0;
    const put = async (bytes: Uint8Array): Promise<void> => {
      hash.update(bytes);
      await writeAll(file, bytes, end);
      end += bytes.length;
    };
    for (const each of image.parts) {
      await put(new Uint8Array(each.at - end));
      for await (const bytes of bytesOf(each, source)) await put(bytes);
    }
    await put(new Uint8Array(image.size - end));
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}

async function* bytesOf(part: ImagePart, source: ByteSource): AsyncGenerator<Uint8Array> {
  if ("bytes" in part) {
    yield part.bytes;
    return;
  }
  const { offset, length } = part.source;
  for (let done = 0; done < length; done += stepBytes) {
    const bytes = new Uint8Array(Math.min(stepBytes, length - done));
    await source.read(bytes, offset + done);
    yield bytes;
  }
}

/** A write may take fewer bytes than it is given. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

/** A new name is only safe once its folder is on the disk; where folders cannot be synced the system sees to it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
