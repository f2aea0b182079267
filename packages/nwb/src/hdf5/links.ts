import type { Cursor } from "./cursor.ts";
import { readDenseLinks } from "./dense.ts";
import type { Metadata } from "./metadata.ts";
import { messageType, type HeaderMessage } from "./object-header.ts";
import { once } from "./once.ts";
import { symbolTableGroup, type SymbolTable } from "./symbol-table.ts";

/** What a name in a group leads to. */
export type Link =
  | {
      readonly kind: "hard";
      readonly address: number;
      /** Where it leads to an old group: what that group's header said when the link was made. */
      readonly table: SymbolTable | null;
    }
  | { readonly kind: "soft"; readonly path: string }
  | { readonly kind: "external" };

export type Links = ReadonlyMap<string, Link>;

/** The members of a group. What is not asked for is not read. */
export interface Group {
  /** In no particular order. */
  names(): readonly string[];
  get(name: string): Link | undefined;
  all(): Links;
}

/** The group that these header messages describe; null when they describe none. */
export function readGroup(metadata: Metadata, messages: readonly HeaderMessage[]): Group | null {
  const of = (...types: number[]) => messages.filter(({ type }) => types.includes(type));
  const listed = of(messageType.link, messageType.linkInfo);
  const [table] = of(messageType.symbolTable);
  if (table !== undefined && listed.length === 0) {
    const body = table.body();
    return symbolTableGroup(metadata, { tree: body.u64(), heap: body.u64() });
  }
  if (listed.length === 0) return null;
  const all = once(() => readLinks(metadata, listed));
  return { all, names: () => [...all().keys()], get: (name) => all().get(name) };
}

function readLinks(metadata: Metadata, messages: readonly HeaderMessage[]): Links {
  const links = new Map<string, Link>();
  for (const { type, body } of messages) {
    if (type === messageType.link) addLink(body(), links);
    else readLinkInfo(metadata, body(), links);
  }
  return links;
}

/** A link message. Source: HDF5 file format specification 3.0, section IV.A.2.g. */
export function addLink(cursor: Cursor, links: Map<string, Link>): void {
  const version = cursor.u8();
  if (version !== 1) throw cursor.corrupt(`a link of version ${version}`);
  const flags = cursor.u8();
  const kind = flags & 8 ? cursor.u8() : 0;
  cursor.skip((flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0));
  const name = cursor.text(cursor.unsigned(1 << (flags & 3)));
  if (kind === 0) links.set(name, { kind: "hard", address: cursor.u64(), table: null });
  else if (kind === 1) links.set(name, { kind: "soft", path: cursor.text(cursor.u16()) });
  else links.set(name, { kind: "external" });
}

function readLinkInfo(metadata: Metadata, cursor: Cursor, links: Map<string, Link>): void {
  const flags = cursor.skip(1).u8();
  cursor.skip(flags & 1 ? 8 : 0);
  const heapAddress = cursor.address();
  const indexAddress = cursor.address();
  if (heapAddress === null || indexAddress === null) return;
  readDenseLinks(metadata, heapAddress, indexAddress, (link) => addLink(link, links));
}
