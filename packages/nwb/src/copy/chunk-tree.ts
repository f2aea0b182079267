import { join, number, text, undefinedAddress } from "./encode.ts";

/** A chunk of the copy: where it will stand. */
export interface PlacedChunk {
  /** Index of its first element in each dimension. */
  readonly origin: readonly number[];
  readonly address: number;
  readonly bytes: number;
  readonly mask: number;
}

/** Children of a node at most: twice the K that HDF5 takes where a file names none. */
const mostChildren = 64;

/** Bytes of a version 1 B-tree over `count` chunks of `rank` dimensions. */
export function chunkTreeBytes(count: number, rank: number): number {
  let nodes = 0;
  for (let level = count; level > 0; level = level === 1 ? 0 : level) {
    level = Math.ceil(level / mostChildren);
    nodes += level;
  }
  return nodes * nodeBytes(rank);
}

/**
 * A version 1 B-tree of chunks in row order, the root first. Source: HDF5 file format specification 3.0, section III.A.1.
 *
 * @param address where it will stand.
 */
export function encodeChunkTree(
  chunks: readonly PlacedChunk[],
  lengths: readonly number[],
  address: number,
): Uint8Array {
  const size = nodeBytes(lengths.length);
  const end = (last: PlacedChunk): Uint8Array =>
    key({ bytes: 0, mask: 0, origin: last.origin.map((start, d) => start + (lengths[d] as number)) });
  let below: Branch[] = chunks.map((chunk) => ({
    first: key(chunk),
    end: end(chunk),
    address: chunk.address,
  }));
  const levels: Branch[][][] = [];
  do {
    const nodes: Branch[][] = [];
    for (let i = 0; i < below.length; i += mostChildren) nodes.push(below.slice(i, i + mostChildren));
    levels.push(nodes);
    below = nodes.map((node) => ({
      first: (node[0] as Branch).first,
      end: (node.at(-1) as Branch).end,
      address: NaN, // known below, once it is known how many nodes stand before it
    }));
  } while (below.length > 1);

  const tree = new Uint8Array(levels.flat().length * size);
  let start = 0;
  for (let level = levels.length - 1; level >= 0; level--) {
    const nodes = levels[level] as Branch[][];
    const firstChild = start + nodes.length * size;
    nodes.forEach((children, i) => {
      const childAt = (j: number) =>
        level === 0 ? (children[j] as Branch).address : address + firstChild + (i * mostChildren + j) * size;
      const neighbour = (n: number) =>
        n < 0 || n >= nodes.length ? undefinedAddress : number(address + start + n * size, 8);
      const head = join(
        text("TREE"),
        Uint8Array.of(1, level),
        number(children.length, 2),
        neighbour(i - 1),
        neighbour(i + 1),
      );
      const entries = children.flatMap(({ first }, j) => [first, number(childAt(j), 8)]);
      tree.set(join(head, ...entries, (children.at(-1) as Branch).end), start + i * size);
    });
    start = firstChild;
  }
  return tree;
}

interface Branch {
  readonly first: Uint8Array;
  readonly end: Uint8Array;
  readonly address: number;
}

function nodeBytes(rank: number): number {
  return 24 + (mostChildren + 1) * (8 + 8 * (rank + 1)) + mostChildren * 8;
}

/** Size, skipped filters, and place; the last dimension is within the element. */
function key({ bytes, mask, origin }: Omit<PlacedChunk, "address">): Uint8Array {
  return join(
    number(bytes, 4),
    number(mask, 4),
    ...origin.map((start) => number(start, 8)),
    new Uint8Array(8),
  );
}
