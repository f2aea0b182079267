/**
 * Undoes the shuffle filter: byte k of every element stands together, for k = 0, 1, ...; bytes that fill no whole
 * element stand at the end as they were.
 */
export function unshuffle(bytes: Uint8Array, elementBytes: number): Uint8Array {
  const count = Math.floor(bytes.length / elementBytes);
  // Nothing to undo; nor may a length that a damaged file gives, up to 2^32, be counted through.
  if (elementBytes <= 1 || count <= 1) return bytes;
  const out = new Uint8Array(bytes.length);
  if (elementBytes === 8) interleave8(bytes, out, count);
  else if (elementBytes === 4) interleave4(bytes, out, count);
  else interleave(bytes, out, count, elementBytes);
  out.set(bytes.subarray(count * elementBytes), count * elementBytes);
  return out;
}

function interleave(bytes: Uint8Array, out: Uint8Array, count: number, elementBytes: number): void {
  for (let k = 0; k < elementBytes; k++) {
    for (let i = 0, from = k * count, to = k; i < count; i++, from++, to += elementBytes)
      out[to] = bytes[from]!;
  }
}

/** Whole words are several times faster than bytes; typed arrays are little-endian wherever JavaScript runs. */
function interleave4(bytes: Uint8Array, out: Uint8Array, count: number): void {
  const words = new Uint32Array(out.buffer, 0, count);
  const [b, c, d] = [count, 2 * count, 3 * count];
  for (let i = 0; i < count; i++) {
    words[i] = bytes[i]! | (bytes[b + i]! << 8) | (bytes[c + i]! << 16) | (bytes[d + i]! << 24);
  }
}

function interleave8(bytes: Uint8Array, out: Uint8Array, count: number): void {
  const words = new Uint32Array(out.buffer, 0, 2 * count);
  for (let half = 0; half < 2; half++) {
    const a = 4 * half * count;
    const [b, c, d] = [a + count, a + 2 * count, a + 3 * count];
    for (let i = 0; i < count; i++) {
      words[2 * i + half] =
        bytes[a + i]! | (bytes[b + i]! << 8) | (bytes[c + i]! << 16) | (bytes[d + i]! << 24);
    }
  }
}
