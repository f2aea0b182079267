import type { KeptBlocks } from "../hdf5/source.ts";
import { decodePack, encodePack, mostPackBytes, type Pack } from "./pack.ts";
import type { PackStore } from "./pack-store.ts";

/** The metadata of one file, kept beyond the session. */
export interface KeptFile extends KeptBlocks {
  /** Writes the pack, where anything is new. */
  save(): void;
  /** Keeps nothing more: what was read may not be of one version. */
  spoil(): void;
}

/** Saves once nothing new has come for so long. */
const quietMs = 1000;

/**
 * Which version of which file a pack is of; null where the server does not tell versions apart reliably.
 *
 * @param etag S3 makes it of the content: then it names the file wherever it lies. Elsewhere the address is needed too.
 */
export function packKey(etag: string | null, size: number, address: string): string | null {
  if (etag === null || etag.startsWith("W/")) return null;
  const isOfContent = /^"?[0-9a-f]{32}(-\d+)?"?$/.test(etag);
  return [etag.replaceAll('"', ""), size, ...(isOfContent ? [] : [address])].join(" ");
}

/**
 * The blocks that `store` has of a file, and a place for those that are read now.
 *
 * @param first the file's first bytes as they are now; a pack in which they are others is not used.
 */
export async function keptFile(
  store: PackStore,
  file: Pick<Pack, "key" | "fileSize" | "blockBytes">,
  first: Uint8Array,
): Promise<KeptFile> {
  const found = await harmless(async () => store.load(file.key));
  const pack = !found ? null : decodePack(found, file);
  const blocks = new Map(pack !== null && beginsWith(pack, first) ? pack.blocks : []);
  let bytes = [...blocks.values()].reduce((sum, block) => sum + block.length, 0);
  let isNew = false;
  let isSpoiled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(timer);
    if (!isNew || isSpoiled) return;
    isNew = false;
    void harmless(async () => store.save(file.key, encodePack({ ...file, blocks })));
  };
  return {
    save,
    get: (index) => blocks.get(index),
    put(index, block) {
      // Half of what a pack may be, for its head and numbers.
      if (blocks.has(index) || bytes + block.length > mostPackBytes / 2) return;
      blocks.set(index, block);
      bytes += block.length;
      isNew = true;
      clearTimeout(timer);
      timer = setTimeout(save, quietMs);
      // A program need not wait for it.
      if (typeof timer === "object") timer.unref();
    },
    spoil() {
      isSpoiled = true;
    },
  };
}

/** A store that fails costs time, nothing else. */
async function harmless<T>(work: () => Promise<T>): Promise<T | undefined> {
  return work().catch(() => undefined);
}

function beginsWith({ blocks, blockBytes }: Pack, first: Uint8Array): boolean {
  for (let at = 0; at < first.length; at += blockBytes) {
    const block = blocks.get(at / blockBytes);
    const now = first.subarray(at, at + blockBytes);
    if (block !== undefined && now.length === block.length && now.some((byte, i) => byte !== block[i]))
      return false;
  }
  return true;
}
