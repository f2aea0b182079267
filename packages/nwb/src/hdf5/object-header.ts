import { lookup3 } from "./checksum.ts";
import { blockBudget } from "./block-budget.ts";
import { Cursor } from "./cursor.ts";
import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";

/** Types of header messages that the reader looks at. Source: HDF5 file format specification 3.0, section IV.A.2. */
export const messageType = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  oldFillValue: 0x04,
  fillValue: 0x05,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** One message of an object's header. */
export interface HeaderMessage {
  readonly type: number;
  /** Whether the body is a pointer to the message, stored elsewhere. */
  readonly shared: boolean;
  /** A cursor at the start of the message's body; a new one a call. */
  body(): Cursor;
}

/** A header block: `length` bytes at `address`. */
interface Block {
  readonly address: number;
  readonly length: number;
}

/** Reads all messages of the object at `address`, whichever version its header has. */
export function readObjectHeader(metadata: Metadata, address: number): readonly HeaderMessage[] {
  const start = metadata.upTo(address, 512, "an object's header");
  const isNew = start.bytes[0] === 0x4f; // "O" of OHDR
  return isNew ? readNewHeader(metadata, address, start) : readOldHeader(metadata, address, start);
}

function readOldHeader(metadata: Metadata, address: number, start: Cursor): readonly HeaderMessage[] {
  const version = start.u8();
  if (version !== 1) throw start.corrupt(`an object header of version ${version}`);
  const count = start.skip(1).u16();
  const length = start.skip(4).u32();
  const messages: HeaderMessage[] = [];
  for (const block of followBlocks(metadata, { address: address + 16, length }, messages)) {
    const cursor = metadata.at(block.address, block.length, "an object's header");
    while (cursor.remaining >= 8 && messages.length < count) {
      const type = cursor.u16();
      const size = cursor.u16();
      const flags = cursor.u8();
      messages.push(message(metadata, block, type, flags, cursor.skip(3).position, cursor.take(size)));
    }
  }
  return messages;
}

function readNewHeader(metadata: Metadata, address: number, start: Cursor): readonly HeaderMessage[] {
  start.signature("OHDR");
  const version = start.u8();
  if (version !== 2) throw start.corrupt(`an object header of version ${version}`);
  const flags = start.u8();
  start.skip((flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0));
  const size = start.unsigned(1 << (flags & 3));
  const hasOrder = (flags & 4) !== 0;
  const messages: HeaderMessage[] = [];
  const first: Block = { address, length: start.position + size + 4 };
  let prefix = start.position;
  for (const block of followBlocks(metadata, first, messages)) {
    const cursor = metadata.at(block.address, block.length, "an object's header");
    checkSum(metadata, cursor, block);
    if (prefix === 0) cursor.signature("OCHK");
    else cursor.skip(prefix);
    prefix = 0;
    // What is left before the checksum and too short for a message is a gap.
    while (cursor.remaining - 4 >= (hasOrder ? 6 : 4)) {
      const type = cursor.u8();
      const length = cursor.u16();
      const messageFlags = cursor.u8();
      cursor.skip(hasOrder ? 2 : 0);
      messages.push(message(metadata, block, type, messageFlags, cursor.position, cursor.take(length)));
    }
  }
  return messages;
}

/** Yields `first`, then the blocks that the messages read so far continue in; each once, so that no loop can form. */
function* followBlocks(
  metadata: Metadata,
  first: Block,
  messages: readonly HeaderMessage[],
): Generator<Block> {
  const seen = new Set<number>([first.address]);
  const spend = blockBudget(metadata, "the blocks of an object header");
  spend(first.address, first.length);
  yield first;
  for (let i = 0; i < messages.length; i++) {
    const next = messages[i];
    if (next?.type !== messageType.continuation) continue;
    const body = next.body();
    const block: Block = { address: body.u64(), length: body.u64() };
    if (seen.has(block.address)) {
      throw corrupt(metadata.label, metadata.offsetOf(block.address), "an object header continues in itself");
    }
    seen.add(block.address);
    spend(block.address, block.length);
    yield block;
  }
}

function message(
  metadata: Metadata,
  block: Block,
  type: number,
  flags: number,
  position: number,
  bytes: Uint8Array,
): HeaderMessage {
  const origin = metadata.offsetOf(block.address) + position;
  return { type, shared: (flags & 2) !== 0, body: () => new Cursor(bytes, metadata.label, origin) };
}

function checkSum(metadata: Metadata, cursor: Cursor, block: Block): void {
  const body = cursor.bytes.subarray(0, Math.max(0, block.length - 4));
  const stored = new Cursor(
    cursor.bytes,
    metadata.label,
    metadata.offsetOf(block.address),
    body.length,
  ).u32();
  if (lookup3(body) !== stored) throw cursor.corrupt("an object header's checksum does not match");
}
