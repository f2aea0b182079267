import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import { gateLimits } from "./limits.ts";
import { Refused } from "./problem.ts";

/** One field of a protobuf message; its value is read only if asked for. */
export interface Field {
  readonly number: number;
  readonly wire: WireType;
  /** A view of the message inside, of bytes or of a packed list. */
  bytes(): Uint8Array;
  text(): string;
  /** A varint as a signed number; exact up to 2^53, which is beyond any limit here. */
  integer(): number;
  /** The four bytes of a single float. */
  fixed32(): Uint8Array;
  /** The value as it is written, whatever it is. */
  raw(): Uint8Array;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Walks over the fields of one message; nothing is built for fields that are not asked for, and nothing is copied. What
 * does not fit the message's own bytes is refused, as are groups, which ONNX has none of.
 */
export function eachField(message: Uint8Array, visit: (field: Field) => void): void {
  const reader = new BinaryReader(message);
  let used = false;
  const take = <T>(wanted: WireType, read: () => T): T => {
    if (field.wire !== wanted) throw broken(`field ${field.number}: wire type ${field.wire}`);
    used = true;
    return read();
  };
  // one object for all fields: a hostile file has tens of millions
  const field = {
    number: 0,
    wire: WireType.Varint,
    bytes: () => take(WireType.LengthDelimited, () => reader.bytes()),
    text: () => textOf(field.bytes()),
    integer: () => take(WireType.Varint, () => Number(reader.int64())),
    raw: () => take(field.wire, () => reader.skip(field.wire)),
    fixed32: () => take(WireType.Bit32, () => reader.skip(WireType.Bit32)),
  };
  try {
    while (reader.pos < reader.len) {
      [field.number, field.wire] = reader.tag();
      used = false;
      if (field.wire === WireType.StartGroup || field.wire === WireType.EndGroup) throw broken("group");
      visit(field);
      if (!used) reader.skip(field.wire);
    }
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw broken(cause instanceof Error ? cause.message.slice(0, 80) : "wire format");
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > gateLimits.nameBytes) throw broken(`name of ${bytes.length} bytes`);
  return decoder.decode(bytes);
}

export function broken(reason: string): Refused {
  return new Refused("ONNX_PROTOBUF", { reason });
}

/** A message field that may stand once: readers would merge two, and so see what was not checked. */
export function once(seen: Set<number>, number: number): void {
  if (seen.has(number)) throw broken(`field ${number} twice`);
  seen.add(number);
}
