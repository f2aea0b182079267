/**
 * Decompresses LibLZF, h5py's own filter. A control byte below 32 is followed by that many + 1 literal bytes; any other
 * copies from what was written before. Null where the stream is damaged or gives more than `mostBytes`.
 * Source: LibLZF 3.6, lzf_d.c.
 */
export function decompressLzf(input: Uint8Array, mostBytes: number): Uint8Array | null {
  const out = new Uint8Array(mostBytes);
  let written = 0;
  for (let at = 0; at < input.length;) {
    const control = input[at++]!;
    if (control < 32) {
      const length = control + 1;
      if (at + length > input.length || written + length > mostBytes) return null;
      out.set(input.subarray(at, at + length), written);
      at += length;
      written += length;
      continue;
    }
    const long = control >> 5 === 7;
    if (at + (long ? 1 : 0) >= input.length) return null;
    const length = (control >> 5) + 2 + (long ? input[at++]! : 0);
    let from = written - ((control & 31) << 8) - input[at++]! - 1;
    if (from < 0 || written + length > mostBytes) return null;
    // The ranges may overlap: a run repeats what it has just written.
    for (let i = 0; i < length; i++) out[written++] = out[from++]!;
  }
  return out.subarray(0, written);
}
