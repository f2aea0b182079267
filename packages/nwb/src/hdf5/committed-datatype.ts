import type { Cursor } from "./cursor.ts";
import { readDatatype, type Datatype } from "./datatype.ts";
import type { Metadata } from "./metadata.ts";
import { messageType, readObjectHeader } from "./object-header.ts";

/** A datatype that stands here, or (`shared`) in an object of its own that the message points at. */
export function resolveDatatype(metadata: Metadata, cursor: Cursor, shared: boolean): Datatype {
  return readDatatype(datatypeMessage(metadata, cursor, shared));
}

/** The message itself of a datatype that stands here or, `shared`, in an object of its own. */
export function datatypeMessage(metadata: Metadata, cursor: Cursor, shared: boolean): Cursor {
  if (!shared) return cursor;
  const address = sharedAddress(cursor);
  const message = readObjectHeader(metadata, address).find(({ type }) => type === messageType.datatype);
  if (message === undefined || message.shared) throw cursor.corrupt("a named datatype that is none");
  return message.body();
}

/** A shared message's place. Source: HDF5 file format specification 3.0, section IV.A.2 "Shared Message". */
function sharedAddress(cursor: Cursor): number {
  const version = cursor.u8();
  const kind = cursor.u8();
  if (version === 3 && kind === 1) throw cursor.unsupported("messages in a shared heap");
  if (version < 1 || version > 3) throw cursor.corrupt(`a shared message of version ${version}`);
  return cursor.skip(version === 1 ? 6 : 0).u64();
}
