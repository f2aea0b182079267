import type { ByteRange } from "./block-cache.ts";
import { blockBudget, type BlockBudget } from "./block-budget.ts";
import { Cursor } from "./cursor.ts";
import { corrupt } from "./errors.ts";
import type { Group, Link, Links } from "./links.ts";
import { readLocalHeap, readLocalHeapHead } from "./local-heap.ts";
import type { Metadata } from "./metadata.ts";
import { once } from "./once.ts";

/** Where an old group's B-tree and the heap of its names are. */
export interface SymbolTable {
  readonly tree: number;
  readonly heap: number;
}

/** Groups of more nodes are searched rather than read whole: every node may cost a round trip. */
const fewNodes = 6;
/** Deeper trees than this would hold more members than a file has bytes. */
const mostLevels = 256;
const headBytes = { tree: 24, heap: 32, node: 8 };

/** Old groups: a B-tree of symbol nodes, whose names stand in a local heap. Section III.A.1, III.B, III.C, III.D. */
export function symbolTableGroup(metadata: Metadata, table: SymbolTable): Group {
  const all = once(() => readAll(metadata, table));
  const fromHeap = once(() => namesInHeap(metadata, table));
  const search = searchedGroup(metadata, table);
  return {
    all,
    names: once(() => fromHeap() ?? [...all().keys()]),
    get: (name) => search(name) ?? (fromHeap()?.includes(name) === false ? undefined : all().get(name)),
  };
}

/** Looks a name up in the one node of a wide tree that must hold it; undefined where that is not the way to find it. */
function searchedGroup(metadata: Metadata, table: SymbolTable): (name: string) => Link | undefined {
  const nodes = new Map<number, Links>();
  return (name) => {
    const { head, root, spend } = readRoot(metadata, table);
    if (root.level > 0 || root.children.length <= fewNodes) return undefined;
    const { text } = readLocalHeap(metadata, head);
    // A node's key is the last name below the node before it.
    const index = root.keys.findIndex((key, i) => i > 0 && name <= text(key)) - 1;
    const address = root.children[index];
    if (address === undefined) return undefined;
    const known = nodes.get(address);
    if (known !== undefined) return known.get(name);
    const links = new Map<string, Link>();
    readSymbolNode(metadata, address, text, links, spend);
    nodes.set(address, links);
    return links.get(name);
  };
}

/**
 * What will be read next of a group's members, as far as it can be told from what is there. It may be wrong: the table
 * may be one that the group has left behind.
 */
export function nextRanges(metadata: Metadata, table: SymbolTable, wanted: "names" | "links"): ByteRange[] {
  try {
    const { head, root } = readRoot(metadata, table);
    const isWhole = wanted === "links" && root.children.length <= fewNodes;
    return isWhole ? [head.data, ...childHeads(root)] : [head.data];
  } catch {
    return tableHeads(table);
  }
}

function tableHeads({ tree, heap }: SymbolTable): ByteRange[] {
  return [
    { offset: tree, length: headBytes.tree },
    { offset: heap, length: headBytes.heap },
  ];
}

function readRoot(metadata: Metadata, table: SymbolTable) {
  metadata.expect(tableHeads(table));
  const spend = blockBudget(metadata, "the blocks of a group");
  const head = readLocalHeapHead(metadata, table.heap);
  return { head, root: readNode(metadata, table.tree, mostLevels, spend), spend };
}

function readAll(metadata: Metadata, table: SymbolTable): Links {
  const links = new Map<string, Link>();
  const { head, root, spend } = readRoot(metadata, table);
  metadata.expect([head.data, ...childHeads(root)]);
  const { text } = readLocalHeap(metadata, head);
  for (const address of treeLeaves(metadata, root, new Set(), spend)) {
    readSymbolNode(metadata, address, text, links, spend);
  }
  return links;
}

/**
 * The names alone, out of the heap, where nothing else can lie in it: the nodes that say which name leads where are
 * scattered over the file, a round trip each. Null where the heap does not tell.
 */
function namesInHeap(metadata: Metadata, { heap }: SymbolTable): readonly string[] | null {
  const head = readLocalHeapHead(metadata, heap);
  const texts = readLocalHeap(metadata, head).texts();
  // The target of a soft link is a text too: a path, or a name that is there twice.
  const areNames = texts !== null && texts.every((text) => !text.includes("/"));
  return areNames && new Set(texts).size === texts.length ? texts : null;
}

/** A node of a group's tree. */
interface Node {
  readonly level: number;
  readonly children: readonly number[];
  /** Where in the heap names stand: one before every child, and one after the last. */
  readonly keys: readonly number[];
}

function readNode(metadata: Metadata, address: number, parentLevel: number, spend: BlockBudget): Node {
  const head = metadata.at(address, headBytes.tree, "a group's tree").signature("TREE");
  if (head.u8() !== 0) throw head.corrupt("a chunk tree where a group's tree belongs");
  const level = head.u8();
  const count = head.u16();
  if (level >= parentLevel) throw head.corrupt("a group's tree has a loop");
  const entryBytes = count * 16 + 8;
  spend(address, headBytes.tree + entryBytes);
  const entries = metadata.at(address + headBytes.tree, entryBytes, "a group's tree");
  const keys = [entries.u64()];
  const children: number[] = [];
  for (let i = 0; i < count; i++) {
    children.push(entries.u64());
    keys.push(entries.u64());
  }
  return { level, children, keys };
}

function childHeads({ level, children }: Node): ByteRange[] {
  const length = level === 0 ? headBytes.node : headBytes.tree;
  return children.map((offset) => ({ offset, length }));
}

/** Addresses of the symbol nodes below a B-tree node, in name order; each node once, so that no loop can form. */
function* treeLeaves(
  metadata: Metadata,
  node: Node,
  visited: Set<number>,
  spend: BlockBudget,
): Generator<number> {
  metadata.expect(childHeads(node));
  for (const child of node.children) {
    if (visited.has(child))
      throw corrupt(metadata.label, metadata.offsetOf(child), "a group's tree has a loop");
    visited.add(child);
    if (node.level === 0) yield child;
    else yield* treeLeaves(metadata, readNode(metadata, child, node.level, spend), visited, spend);
  }
}

function readSymbolNode(
  metadata: Metadata,
  address: number,
  names: (offset: number) => string,
  links: Map<string, Link>,
  spend: BlockBudget,
): void {
  const count = metadata.at(address, headBytes.node, "a group's members").signature("SNOD").skip(2).u16();
  spend(address, headBytes.node + count * 40);
  const cursor = metadata.at(address + headBytes.node, count * 40, "a group's members");
  for (let i = 0; i < count; i++) {
    const name = names(cursor.u64());
    const header = cursor.address();
    const cached = cursor.u32();
    const scratch = new Cursor(cursor.skip(4).take(16), metadata.label, metadata.offsetOf(address));
    if (cached === 2) {
      links.set(name, { kind: "soft", path: names(scratch.u32()) });
    } else if (header !== null) {
      const table = cached === 1 ? { tree: scratch.u64(), heap: scratch.u64() } : null;
      links.set(name, { kind: "hard", address: header, table });
    }
  }
}
