import type { BlockCache, ByteRange } from "./block-cache.ts";
import { Cursor } from "./cursor.ts";

/** Metadata blocks by address, counted from the file's base address. */
export interface Metadata {
  readonly label: string;
  /** Bytes that an address may point at: the file after its user block. */
  readonly extent: number;
  /** A cursor over `length` bytes at `address`; `what` names them in errors. */
  at(address: number, length: number, what: string): Cursor;
  /** As `at`, but as many bytes as there are up to `length`, for blocks whose length stands in their first fields. */
  upTo(address: number, length: number, what: string): Cursor;
  expect(ranges: readonly ByteRange[]): void;
  /** Where `address` stands in the file. */
  offsetOf(address: number): number;
}

export function metadata(cache: BlockCache, baseAddress: number): Metadata {
  const { label, size } = cache.source;
  const at = (address: number, length: number, what: string) =>
    new Cursor(cache.bytes(baseAddress + address, length, what), label, baseAddress + address);
  return {
    label,
    extent: size - baseAddress,
    at,
    upTo: (address, length, what) =>
      at(address, Math.max(1, Math.min(length, size - baseAddress - address)), what),
    expect: (ranges) =>
      cache.expect(ranges.map(({ offset, length }) => ({ offset: baseAddress + offset, length }))),
    offsetOf: (address) => baseAddress + address,
  };
}
