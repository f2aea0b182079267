import { blockBudget, type BlockBudget } from "./block-budget.ts";
import { readDenseLinks } from "./dense.ts";
import { Cursor } from "./cursor.ts";
import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";
import { messageType, type HeaderMessage } from "./object-header.ts";

/** What a name in a group leads to. */
export type Link =
  | { readonly kind: "hard"; readonly address: number }
  | { readonly kind: "soft"; readonly path: string }
  | { readonly kind: "external" };

export type Links = ReadonlyMap<string, Link>;

/** All links of a group; null when the object with these messages is no group. */
export function readLinks(metadata: Metadata, messages: readonly HeaderMessage[]): Links | null {
  const links = new Map<string, Link>();
  let isGroup = false;
  for (const { type, body } of messages) {
    if (type === messageType.symbolTable) readSymbolTable(metadata, body(), links);
    else if (type === messageType.link) addLink(body(), links);
    else if (type === messageType.linkInfo) readLinkInfo(metadata, body(), links);
    else continue;
    isGroup = true;
  }
  return isGroup ? links : null;
}

/** A link message. Source: HDF5 file format specification 3.0, section IV.A.2.g. */
export function addLink(cursor: Cursor, links: Map<string, Link>): void {
  const version = cursor.u8();
  if (version !== 1) throw cursor.corrupt(`a link of version ${version}`);
  const flags = cursor.u8();
  const kind = flags & 8 ? cursor.u8() : 0;
  cursor.skip((flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0));
  const name = cursor.text(cursor.unsigned(1 << (flags & 3)));
  if (kind === 0) links.set(name, { kind: "hard", address: cursor.u64() });
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

/** Old groups: a B-tree of symbol nodes, whose names stand in a local heap. Section III.A.1, III.B, III.C, III.D. */
function readSymbolTable(metadata: Metadata, message: Cursor, links: Map<string, Link>): void {
  const treeAddress = message.u64();
  const heapAddress = message.u64();
  metadata.expect([
    { offset: treeAddress, length: 24 },
    { offset: heapAddress, length: 32 },
  ]);
  const names = readLocalHeap(metadata, heapAddress);
  const spend = blockBudget(metadata, "the blocks of a group");
  for (const address of treeLeaves(metadata, treeAddress, new Set(), 256, spend)) {
    readSymbolNode(metadata, address, names, links, spend);
  }
}

function readLocalHeap(metadata: Metadata, address: number): (offset: number) => string {
  const head = metadata.at(address, 32, "a group's names").signature("HEAP");
  const size = head.skip(4).u64();
  const dataAddress = head.skip(8).u64();
  const data = metadata.at(dataAddress, size, "a group's names");
  return (offset) =>
    new Cursor(data.bytes, metadata.label, metadata.offsetOf(dataAddress), offset).terminatedText();
}

/** Addresses of the symbol nodes below a B-tree node, in name order; each node once, so that no loop can form. */
function* treeLeaves(
  metadata: Metadata,
  address: number,
  visited: Set<number>,
  parentLevel: number,
  spend: BlockBudget,
): Generator<number> {
  const head = metadata.at(address, 24, "a group's tree").signature("TREE");
  if (head.u8() !== 0) throw head.corrupt("a chunk tree where a group's tree belongs");
  const level = head.u8();
  const count = head.u16();
  if (level >= parentLevel) throw head.corrupt("a group's tree has a loop");
  spend(address, 24 + count * 16);
  const entries = metadata.at(address + 24, count * 16, "a group's tree");
  const children = Array.from({ length: count }, () => entries.skip(8).u64());
  metadata.expect(children.map((offset) => ({ offset, length: level === 0 ? 8 : 24 })));
  for (const child of children) {
    if (visited.has(child))
      throw corrupt(metadata.label, metadata.offsetOf(child), "a group's tree has a loop");
    visited.add(child);
    if (level === 0) yield child;
    else yield* treeLeaves(metadata, child, visited, level, spend);
  }
}

function readSymbolNode(
  metadata: Metadata,
  address: number,
  names: (offset: number) => string,
  links: Map<string, Link>,
  spend: BlockBudget,
): void {
  const count = metadata.at(address, 8, "a group's members").signature("SNOD").skip(2).u16();
  spend(address, 8 + count * 40);
  const cursor = metadata.at(address + 8, count * 40, "a group's members");
  for (let i = 0; i < count; i++) {
    const name = names(cursor.u64());
    const header = cursor.address();
    const cached = cursor.u32();
    const scratch = cursor.skip(4).take(16);
    const isSoft = cached === 2;
    if (isSoft) {
      const offset = new Cursor(scratch, metadata.label, metadata.offsetOf(address)).u32();
      links.set(name, { kind: "soft", path: names(offset) });
    } else if (header !== null) {
      links.set(name, { kind: "hard", address: header });
    }
  }
}
