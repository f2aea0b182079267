import { blockBudget, type BlockBudget } from "./block-budget.ts";
import { lookup3 } from "./checksum.ts";
import type { Cursor } from "./cursor.ts";
import { corrupt } from "./errors.ts";
import type { Metadata } from "./metadata.ts";

/** Deeper than any tree that fits into a file. */
const mostDepth = 64;

/** Sizes that all nodes of one depth share. */
interface NodeShape {
  readonly mostRecords: number;
  /** Most records in the whole subtree. */
  readonly mostBelow: number;
  readonly bytesForBelow: number;
}

interface Tree {
  readonly metadata: Metadata;
  readonly type: number;
  readonly nodeBytes: number;
  readonly recordBytes: number;
  readonly bytesForCount: number;
  readonly shapes: readonly NodeShape[];
  readonly visited: Set<number>;
  readonly spend: BlockBudget;
}

/**
 * Every record of a version 2 B-tree, in key order.
 * Source: HDF5 file format specification 3.0, section III.A.2.
 */
export function readTreeRecords(
  metadata: Metadata,
  address: number,
  onRecord: (record: Cursor) => void,
): void {
  const head = metadata.at(address, 38, "a tree").signature("BTHD");
  verify(metadata, address, head, 34);
  const type = head.skip(1).u8();
  const nodeBytes = head.u32();
  const recordBytes = head.u16();
  const depth = head.u16();
  const root = head.skip(2).address();
  const rootCount = head.u16();
  if (root === null) return;
  if (recordBytes === 0 || nodeBytes < 10 + recordBytes)
    throw head.corrupt("a tree with nodes smaller than a record");
  if (depth > mostDepth) throw head.corrupt(`a tree ${depth} levels deep`);
  const shapes = nodeShapes(nodeBytes, recordBytes, depth);
  const bytesForCount = bytesToHold(shapes[0]?.mostRecords ?? 0);
  const visited = new Set<number>();
  const spend = blockBudget(metadata, "the nodes of a tree");
  const tree = { metadata, type, nodeBytes, recordBytes, bytesForCount, shapes, visited, spend };
  walk(tree, root, rootCount, depth, onRecord);
}

function nodeShapes(nodeBytes: number, recordBytes: number, depth: number): NodeShape[] {
  const leaf = Math.floor((nodeBytes - 10) / recordBytes);
  const shapes: NodeShape[] = [{ mostRecords: leaf, mostBelow: leaf, bytesForBelow: 0 }];
  for (let level = 1; level <= depth; level++) {
    const below = shapes[level - 1] as NodeShape;
    const pointer = 8 + bytesToHold(leaf) + below.bytesForBelow;
    const mostRecords = Math.floor((nodeBytes - 10 - pointer) / (recordBytes + pointer));
    const mostBelow = (mostRecords + 1) * below.mostBelow + mostRecords;
    shapes.push({ mostRecords, mostBelow, bytesForBelow: bytesToHold(mostBelow) });
  }
  return shapes;
}

/** Bytes that hold a number up to `limit`. */
export function bytesToHold(limit: number): number {
  return Math.floor(Math.floor(Math.log2(Math.max(1, limit))) / 8) + 1;
}

function walk(
  tree: Tree,
  address: number,
  count: number,
  depth: number,
  onRecord: (record: Cursor) => void,
): void {
  const { metadata, nodeBytes, recordBytes, visited, spend } = tree;
  if (visited.has(address)) throw corrupt(metadata.label, metadata.offsetOf(address), "a tree has a loop");
  visited.add(address);
  spend(address, nodeBytes);
  const node = metadata.at(address, nodeBytes, "a tree").signature(depth === 0 ? "BTLF" : "BTIN");
  if (node.skip(1).u8() !== tree.type) throw node.corrupt("a node of another tree");
  if (!(count <= (tree.shapes[depth]?.mostRecords ?? 0)))
    throw node.corrupt(`a tree's node of ${count} records`);
  const records = Array.from({ length: count }, () => node.window(recordBytes));
  if (depth > 0) {
    const below = tree.shapes[depth - 1] as NodeShape;
    const children = Array.from({ length: count + 1 }, () => {
      const child = { address: node.u64(), count: node.unsigned(tree.bytesForCount) };
      node.skip(below.bytesForBelow);
      return child;
    });
    metadata.expect(children.map((child) => ({ offset: child.address, length: nodeBytes })));
    verify(metadata, address, node, node.position);
    children.forEach((child, i) => {
      walk(tree, child.address, child.count, depth - 1, onRecord);
      const record = records[i];
      if (record !== undefined) onRecord(record);
    });
  } else {
    verify(metadata, address, node, node.position);
    records.forEach(onRecord);
  }
}

/** Checks the checksum at `end` over all before it. */
export function verify(metadata: Metadata, address: number, block: Cursor, end: number): void {
  const stored = metadata.at(address + end, 4, "a checksum").u32();
  if (lookup3(block.bytes.subarray(0, end)) !== stored) throw block.corrupt("a checksum does not match");
}
