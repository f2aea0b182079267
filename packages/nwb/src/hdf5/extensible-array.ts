import { verify } from "./btree2.ts";
import { entryAt, hasBit, readBlock, type ChunkArray, type EntryLookup } from "./entry-block.ts";
import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";

/** What an extensible array's header says. */
interface ExtensibleArray {
  readonly metadata: Metadata;
  readonly entryBytes: number;
  /** Bytes of an entry's number. */
  readonly offsetBytes: number;
  readonly pageEntries: number;
  readonly levels: readonly Level[];
  /** Levels whose data blocks the index block points at itself. */
  readonly directLevels: number;
  readonly inIndexBlock: number;
  /** Addresses in the index block, of data blocks and then of secondary blocks. */
  readonly indexAddresses: readonly (number | null)[];
}

/** Data blocks of one size; all but the first levels stand below a secondary block. */
interface Level {
  readonly blocks: number;
  readonly entriesPerBlock: number;
  /** Entries and data blocks of the levels before. */
  readonly firstEntry: number;
  readonly firstBlock: number;
}

/**
 * The extensible array at `address`: the chunks of a dataset that grows in one dimension.
 * Source: HDF5 file format specification 3.0, section VII.D.
 */
export function openExtensibleArray(metadata: Metadata, address: number): ChunkArray {
  const head = metadata.at(address, 72, "a chunk array").signature("EAHD");
  verify(metadata, address, head, 68);
  const entryBytes = head.skip(2).u8();
  const [bits, inIndexBlock, leastEntries, leastPointers, pageBits] = [
    head.u8(),
    head.u8(),
    head.u8(),
    head.u8(),
    head.u8(),
  ];
  const indexAddress = head.skip(6 * 8).address();
  if (indexAddress === null) return { entryBytes, entry: () => null };
  if (bits > 64 || leastEntries === 0 || leastPointers === 0) throw head.corrupt("an array of no blocks");
  const levels = levelsOf(bits, leastEntries);
  const directLevels = 2 * Math.floor(Math.log2(leastPointers));
  const pointers = 2 * (leastPointers - 1) + Math.max(0, levels.length - directLevels);
  const entriesEnd = 14 + inIndexBlock * entryBytes;
  const indexBytes = entriesEnd + pointers * 8;
  const index = metadata.at(indexAddress, indexBytes, "a chunk array").signature("EAIB");
  verify(metadata, indexAddress, index, indexBytes);
  index.position = entriesEnd;
  const indexAddresses = Array.from({ length: pointers }, () => index.address());
  const array: ExtensibleArray = {
    ...{ metadata, entryBytes, levels, directLevels, inIndexBlock, indexAddresses },
    offsetBytes: Math.ceil(bits / 8),
    pageEntries: 2 ** pageBits,
  };
  const below = dataBlocks(array);
  const entry: EntryLookup = (number) =>
    number < inIndexBlock
      ? entryAt(index, 14 + number * entryBytes, entryBytes)
      : below(number - inIndexBlock);
  return { entryBytes, entry };
}

/** Level by level, first the number of blocks doubles, then their length, by turns. */
function levelsOf(bits: number, leastEntries: number): Level[] {
  const levels: Level[] = [];
  let [firstEntry, firstBlock] = [0, 0];
  const count = 1 + Math.max(0, bits - Math.floor(Math.log2(leastEntries)));
  for (let level = 0; level < count; level++) {
    const blocks = 2 ** Math.floor(level / 2);
    const entriesPerBlock = leastEntries * 2 ** Math.floor((level + 1) / 2);
    levels.push({ blocks, entriesPerBlock, firstEntry, firstBlock });
    firstEntry += blocks * entriesPerBlock;
    firstBlock += blocks;
  }
  return levels;
}

/** Looks entries up in the data blocks, counted after those of the index block. */
function dataBlocks(array: ExtensibleArray): EntryLookup {
  const { metadata, levels, directLevels, indexAddresses } = array;
  const opened = new Map<number, EntryLookup | null>();
  const secondary = new Map<number, SecondaryBlock | null>();
  const direct = (levels[directLevels]?.firstBlock ?? indexAddresses.length) as number;

  const below = (level: number): SecondaryBlock | null => {
    const known = secondary.get(level);
    if (known !== undefined) return known;
    const address = indexAddresses[direct + level - directLevels] ?? null;
    const block = address === null ? null : readSecondary(array, levels[level] as Level, address);
    secondary.set(level, block);
    return block;
  };

  const open = (level: number, block: number): EntryLookup | null => {
    const { firstBlock, entriesPerBlock } = levels[level] as Level;
    const above = level < directLevels ? null : below(level);
    const address =
      level < directLevels ? indexAddresses[firstBlock + block] : (above?.addresses[block] ?? null);
    if (address === null || address === undefined) return null;
    const hasPage = above?.hasPage ?? null;
    return readBlock({
      ...{ metadata, address, signature: "EADB", entryBytes: array.entryBytes, entries: entriesPerBlock },
      prefixBytes: 14 + array.offsetBytes,
      pageEntries: hasPage === null ? null : array.pageEntries,
      hasPage: (page) => hasPage !== null && hasPage(block, page),
    });
  };

  return (number) => {
    const level = levels.findLastIndex(({ firstEntry }) => firstEntry <= number);
    const { firstEntry, firstBlock, entriesPerBlock, blocks } = levels[level] as Level;
    const block = Math.floor((number - firstEntry) / entriesPerBlock);
    if (block >= blocks) throw corrupt(metadata.label, metadata.offsetOf(0), "a chunk outside its array");
    const key = firstBlock + block;
    const known = opened.get(key);
    const lookUp = known !== undefined ? known : open(level, block);
    opened.set(key, lookUp);
    return lookUp?.((number - firstEntry) % entriesPerBlock) ?? null;
  };
}

interface SecondaryBlock {
  readonly addresses: readonly (number | null)[];
  /** Whether a page of a data block was ever written; null where blocks have no pages. */
  readonly hasPage: ((block: number, page: number) => boolean) | null;
}

function readSecondary(array: ExtensibleArray, level: Level, address: number): SecondaryBlock {
  const { metadata, pageEntries, offsetBytes } = array;
  const pages = level.entriesPerBlock > pageEntries ? level.entriesPerBlock / pageEntries : 0;
  const bitmapsAt = 14 + offsetBytes;
  const addressesAt = bitmapsAt + level.blocks * Math.ceil(pages / 8);
  const end = addressesAt + level.blocks * 8;
  const block = metadata.at(address, end, "a chunk array").signature("EASB");
  verify(metadata, address, block, end);
  block.position = addressesAt;
  const addresses = Array.from({ length: level.blocks }, () => block.address());
  // Every block has room for whole bytes of bits, but the bits of all blocks follow one another without gaps.
  const bitmap = block.bytes.subarray(bitmapsAt, addressesAt);
  const hasPage = (index: number, page: number) => hasBit(bitmap, index * pages + page);
  return { addresses, hasPage: pages > 0 ? hasPage : null };
}
