/** A read that waits to be fetched: `target` takes the bytes from `offset`. */
export interface Read {
  readonly target: Uint8Array;
  readonly offset: number;
}

/** One request, or several side by side where it is long: the bytes from `offset` to `end`, which `reads` lie in. */
export interface Fetch {
  readonly offset: number;
  readonly end: number;
  readonly reads: readonly Read[];
}

/** A round trip takes longer than this much more data. */
const mostGapBytes = 32 * 1024;
/** Longer reads go on their own, straight into their target. */
const longReadBytes = 1024 * 1024;
/** Most that one request asks for; a longer read becomes several of about 4 MB. */
const partBytes = 5 * 1024 * 1024;

/** Joins reads that lie close together. */
export function planFetches(reads: readonly Read[]): Fetch[] {
  const fetches: Fetch[] = reads.filter(isLong).map(alone);
  const short = reads.filter((read) => !isLong(read)).sort((a, b) => a.offset - b.offset);
  let last: { offset: number; end: number; reads: Read[] } | undefined;
  for (const read of short) {
    const end = read.offset + read.target.length;
    const joins =
      last !== undefined &&
      read.offset <= last.end + mostGapBytes &&
      Math.max(end, last.end) - last.offset <= partBytes;
    if (last === undefined || !joins) fetches.push((last = { offset: read.offset, end, reads: [] }));
    last.end = Math.max(last.end, end);
    last.reads.push(read);
  }
  return fetches;
}

const isLong = ({ target }: Read) => target.length >= longReadBytes;
const alone = (read: Read): Fetch => ({
  offset: read.offset,
  end: read.offset + read.target.length,
  reads: [read],
});

/** Equal parts of `length` bytes: where each begins and ends. */
export function partsOf(length: number): (readonly [from: number, to: number])[] {
  const count = Math.max(1, Math.ceil(length / partBytes));
  return Array.from({ length: count }, (_, i) => [
    Math.round((length * i) / count),
    Math.round((length * (i + 1)) / count),
  ]);
}
