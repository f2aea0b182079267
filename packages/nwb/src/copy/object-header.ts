import { lookup3 } from "../hdf5/checksum.ts";
import { unsupported } from "../hdf5/errors.ts";
import { messageType } from "../hdf5/object-header.ts";
import type { CopiedLink, CopiedObject } from "./copied-tree.ts";
import { encodeDataspace, join, number, text, undefinedAddress } from "./encode.ts";
import type { StoredElements } from "./stored-elements.ts";
import type { StoredAttribute, StoredDataset } from "./stored-file.ts";

/** Where things of the copy stand; any answer will do while only lengths are wanted. */
export interface AddressBook {
  /** Address of the header of the object that has this address in the source. */
  header(source: number): number;
  /** Where a dataset's data, or the tree of its chunks, begins; null where there are none. */
  data(source: number): number | null;
  /** Elements with the addresses in them filled in. */
  elements(elements: StoredElements): Uint8Array;
}

interface Message {
  readonly type: number;
  readonly body: Uint8Array;
}

const groupInfo = 0x0a;
const referenceCount = 0x16;
const mostMessageBytes = 0xffff;

/**
 * An object's header, version 2, in one block. Source: HDF5 file format specification 3.0, section IV.A.1.b.
 *
 * @param links how many hard links lead to the object.
 * @throws BraidynError `NWB_UNSUPPORTED` for an attribute that is too long for it.
 */
export function encodeHeader(
  object: CopiedObject,
  links: number,
  book: AddressBook,
  label: string,
): Uint8Array {
  const messages: Message[] = [
    ...(object.members === null ? [] : groupMessages(object.members, book)),
    ...(object.dataset === null ? [] : datasetMessages(object.dataset, book.data(object.address), book)),
    ...object.attributes.map((attribute) => attributeMessage(attribute, book)),
    ...(links > 1 ? [{ type: referenceCount, body: join(Uint8Array.of(0), number(links, 4)) }] : []),
  ];
  const tooLong = messages.find(({ body }) => body.length > mostMessageBytes);
  if (tooLong !== undefined) throw unsupported(label, `attributes of ${tooLong.body.length} bytes`);
  const block = join(
    ...messages.flatMap(({ type, body }) => [number(type, 1), number(body.length, 2), number(0, 1), body]),
  );
  const header = join(text("OHDR"), Uint8Array.of(2, 2), number(block.length, 4), block);
  return join(header, number(lookup3(header), 4));
}

function groupMessages(members: ReadonlyMap<string, CopiedLink>, book: AddressBook): Message[] {
  const links = [...members].map(([name, link]) => ({
    type: messageType.link,
    body: encodeLink(name, link, book),
  }));
  return [
    // All links stand here: no heap, no index.
    { type: messageType.linkInfo, body: join(Uint8Array.of(0, 0), undefinedAddress, undefinedAddress) },
    { type: groupInfo, body: Uint8Array.of(0, 0) },
    ...links,
  ];
}

/** Source: section IV.A.2.g. */
function encodeLink(name: string, link: CopiedLink, book: AddressBook): Uint8Array {
  const [encoded, hasKind, hasCharset, utf8] = [text(name), 8, 16, 1];
  const lengthBytes = 2; // flag 1
  const head = (flags: number, kind: readonly number[]) =>
    join(
      Uint8Array.of(1, flags | hasCharset | 1, ...kind, utf8),
      number(encoded.length, lengthBytes),
      encoded,
    );
  if (link.kind === "object") return join(head(0, []), number(book.header(link.address), 8));
  const path = text(link.path);
  return join(head(hasKind, [1]), number(path.length, 2), path);
}

function datasetMessages(dataset: StoredDataset, address: number | null, book: AddressBook): Message[] {
  const { shape, mostShape, message, data, messages } = dataset;
  const chunked = data.kind === "chunked";
  return [
    // Only chunks can grow.
    { type: messageType.dataspace, body: encodeDataspace(shape, chunked ? mostShape : null) },
    { type: messageType.datatype, body: message },
    ...messages.filter(({ type }) => chunked || type !== messageType.filters),
    { type: messageType.layout, body: encodeLayout(dataset, address, book) },
  ];
}

/** Source: section IV.A.2.i, version 3. */
function encodeLayout({ data, type }: StoredDataset, address: number | null, book: AddressBook): Uint8Array {
  const place = address === null ? undefinedAddress : number(address, 8);
  const [compact, contiguous, chunked] = [0, 1, 2];
  switch (data.kind) {
    case "compact":
      return join(Uint8Array.of(3, compact), number(data.bytes.length, 2), data.bytes);
    case "contiguous":
      return join(Uint8Array.of(3, contiguous), place, number(data.bytes, 8));
    case "inline":
      return join(Uint8Array.of(3, contiguous), place, number(book.elements(data.elements).length, 8));
    case "chunked": {
      const lengths = [...data.chunk, type.size].map((length) => number(length, 4));
      return join(Uint8Array.of(3, chunked, data.chunk.length + 1), place, ...lengths);
    }
  }
}

/** Source: section IV.A.2.m, version 3. */
function attributeMessage(attribute: StoredAttribute, book: AddressBook): Message {
  const { name, message, shape, elements } = attribute;
  const encodedName = join(text(name), Uint8Array.of(0));
  const space = encodeDataspace(shape, null);
  const utf8 = 1;
  const lengths = [encodedName.length, message.length, space.length].map((length) => number(length, 2));
  const data = book.elements(elements);
  return {
    type: messageType.attribute,
    body: join(Uint8Array.of(3, 0), ...lengths, Uint8Array.of(utf8), encodedName, message, space, data),
  };
}
