import { verify } from "./btree2.ts";
import { hasBit, readBlock, type ChunkArray } from "./entry-block.ts";
import type { Metadata } from "./metadata.ts";
import { once } from "./once.ts";

/**
 * The fixed array at `address`: the chunks of a dataset that may not grow without limit.
 * Source: HDF5 file format specification 3.0, section VII.C.
 */
export function openFixedArray(metadata: Metadata, address: number): ChunkArray {
  const head = metadata.at(address, 28, "a chunk array").signature("FAHD");
  verify(metadata, address, head, 24);
  const entryBytes = head.skip(2).u8();
  const pageEntries = 2 ** head.u8();
  const entries = head.u64();
  const dataAddress = head.address();
  if (dataAddress === null) return { entryBytes, entry: () => null };
  const isPaged = entries > pageEntries;
  const bitmapBytes = isPaged ? Math.ceil(Math.ceil(entries / pageEntries) / 8) : 0;
  const bitmap = once(() => metadata.at(dataAddress + 14, bitmapBytes, "a chunk array").bytes);
  const entry = readBlock({
    ...{ metadata, address: dataAddress, signature: "FADB", entryBytes, entries },
    prefixBytes: 14 + bitmapBytes,
    pageEntries: isPaged ? pageEntries : null,
    hasPage: (page) => hasBit(bitmap(), page),
  });
  return { entryBytes, entry };
}
