import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";

/** Counts the blocks of one structure. @throws BraidynError `NWB_CORRUPT` */
export type BlockBudget = (address: number, bytes: number) => void;

/**
 * Blocks of one structure never overlap, so together they are no longer than the file. A file made to waste time lets
 * thousands of them share the same bytes.
 */
export function blockBudget(metadata: Metadata, what: string): BlockBudget {
  let left = metadata.extent;
  return (address, bytes) => {
    if (address + bytes > metadata.extent) return; // cut off: reading it says so
    left -= bytes;
    if (left < 0) throw corrupt(metadata.label, metadata.offsetOf(address), `${what} overlap`);
  };
}
