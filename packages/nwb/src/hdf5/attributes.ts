import { readDenseAttributes } from "./dense.ts";
import type { Cursor } from "./cursor.ts";
import { elementCount, readDataspace } from "./dataspace.ts";
import { resolveDatatype } from "./committed-datatype.ts";
import { decode, type DecodeContext } from "./decode.ts";
import type { Metadata } from "./metadata.ts";
import { messageType, type HeaderMessage } from "./object-header.ts";
import type { AttributeValue, Scalar } from "./values.ts";

/** An object's attributes by name; a value is decoded when it is asked for. */
export type Attributes = ReadonlyMap<string, (context: DecodeContext) => AttributeValue>;

/** No attribute of a sound file has a longer name; a damaged one must not make every look decode kilobytes. */
const mostNameBytes = 4096;

export function readAttributes(metadata: Metadata, messages: readonly HeaderMessage[]): Attributes {
  const attributes = new Map<string, (context: DecodeContext) => AttributeValue>();
  eachAttribute(metadata, messages, (cursor) => {
    const { name, ...parts } = attributeParts(cursor);
    attributes.set(name, (context) => attributeValue(metadata, parts, context));
  });
  return attributes;
}

/** Calls `add` with every attribute message of an object, wherever it is stored. */
export function eachAttribute(
  metadata: Metadata,
  messages: readonly HeaderMessage[],
  add: (attribute: Cursor) => void,
): void {
  for (const { type, shared, body } of messages) {
    if (type === messageType.attribute) {
      if (shared) throw body().unsupported("shared attributes");
      add(body());
    } else if (type === messageType.attributeInfo) {
      readAttributeInfo(metadata, body(), add);
    }
  }
}

function readAttributeInfo(metadata: Metadata, cursor: Cursor, add: (attribute: Cursor) => void): void {
  const flags = cursor.skip(1).u8();
  cursor.skip(flags & 1 ? 2 : 0);
  const heapAddress = cursor.address();
  const indexAddress = cursor.address();
  if (heapAddress === null || indexAddress === null) return;
  readDenseAttributes(metadata, heapAddress, indexAddress, add);
}

/** An attribute message taken apart, nothing in it read yet. */
export interface AttributeParts {
  readonly name: string;
  readonly type: Cursor;
  /** Whether `type` points at a datatype in an object of its own. */
  readonly typeShared: boolean;
  readonly space: Cursor;
  readonly data: Cursor;
}

/** An attribute message. Source: HDF5 file format specification 3.0, section IV.A.2.m. */
export function attributeParts(cursor: Cursor): AttributeParts {
  const version = cursor.u8();
  if (version < 1 || version > 3) throw cursor.corrupt(`an attribute of version ${version}`);
  const flags = cursor.u8();
  const [nameBytes, typeBytes, spaceBytes] = [cursor.u16(), cursor.u16(), cursor.u16()];
  if (nameBytes > mostNameBytes) throw cursor.corrupt(`an attribute's name of ${nameBytes} bytes`);
  if (version === 3) cursor.skip(1); // the name's character set: UTF-8 holds both
  if (flags & 2) throw cursor.unsupported("attributes with a shared dataspace");
  const padded = (length: number) => cursor.window(version === 1 ? Math.ceil(length / 8) * 8 : length);
  const name = padded(nameBytes).text(nameBytes);
  const [type, space] = [padded(typeBytes), padded(spaceBytes)];
  return { name, type, typeShared: (flags & 1) !== 0, space, data: cursor.window(cursor.remaining) };
}

function attributeValue(
  metadata: Metadata,
  { type: typePart, typeShared, space, data }: Omit<AttributeParts, "name">,
  context: DecodeContext,
): AttributeValue {
  typePart.position = space.position = data.position = 0;
  const type = resolveDatatype(metadata, typePart, typeShared);
  const shape = readDataspace(space);
  if (shape === null) return null;
  const count = elementCount(shape);
  const bytes = data.take(count * type.size).slice();
  const values = decode(bytes, type, count, context);
  if (shape.length > 0) return values;
  return type.kind === "enum" && type.boolean ? values[0] === 1 : (values[0] as Scalar);
}
