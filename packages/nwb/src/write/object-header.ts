import { readSync, writeSync } from "node:fs";

/** Message types of an object header. Source: HDF5 File Format Specification 3.0, IV.A.2. */
const datatypeMessage = 0x0003;
const continuationMessage = 0x0010;
const modificationTimeMessage = 0x0012;

interface Message {
  readonly type: number;
  /** Where its data begins in the file. */
  readonly position: number;
  readonly size: number;
}

/**
 * Zeroes the second in which HDF5 says the dataset at `address` was last modified: the same data must give the same
 * bytes, and h5wasm has no switch for it.
 */
export function clearModificationTime(file: number, address: number): void {
  for (const message of messages(file, address)) {
    // Version, three reserved bytes, then the seconds.
    if (message.type === modificationTimeMessage)
      writeSync(file, new Uint8Array(4), 0, 4, message.position + 4);
  }
}

/** Replaces the type of the one-byte elements of the dataset at `address` by h5py's boolean enumeration. */
export function declareBoolean(file: number, address: number): void {
  const message = messages(file, address).find(({ type }) => type === datatypeMessage);
  if (message === undefined || message.size < booleanType.length) {
    throw new Error(`no datatype to replace in the object header at ${address}`);
  }
  const description = new Uint8Array(message.size);
  description.set(booleanType);
  writeSync(file, description, 0, description.length, message.position);
}

/** The enumeration { FALSE = 0, TRUE = 1 } over int8. Source: HDF5 File Format Specification 3.0, IV.A.2.d. */
const booleanType = Uint8Array.of(
  ...[0x18, 2, 0, 0, 1, 0, 0, 0], // version 1, class 8 (enumeration), 2 members, 1 byte
  ...[0x10, 0x08, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0], // version 1, class 0 (integer), signed, 1 byte, bits 0-7
  ...new TextEncoder().encode("FALSE\0\0\0TRUE\0\0\0\0"), // names, padded to 8 bytes
  ...[0, 1],
);

/** All messages of a version 1 object header, through its continuation blocks. */
function messages(file: number, address: number): Message[] {
  const prefix = read(file, address, 16);
  if (prefix.getUint8(0) !== 1) throw new Error(`no version 1 object header at ${address}`);
  const blocks: [position: number, size: number][] = [[address + 16, prefix.getUint32(8, true)]];
  const found: Message[] = [];
  for (const [position, size] of blocks) {
    const block = read(file, position, size);
    for (let at = 0; at + 8 <= size; at += 8 + block.getUint16(at + 2, true)) {
      const message = {
        type: block.getUint16(at, true),
        position: position + at + 8,
        size: block.getUint16(at + 2, true),
      };
      found.push(message);
      if (message.type === continuationMessage) {
        blocks.push([Number(block.getBigUint64(at + 8, true)), Number(block.getBigUint64(at + 16, true))]);
      }
    }
  }
  return found;
}

function read(file: number, position: number, size: number): DataView {
  const bytes = new Uint8Array(size);
  readSync(file, bytes, 0, size, position);
  return new DataView(bytes.buffer);
}
