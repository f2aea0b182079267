import { damaged } from "./damaged.ts";

/**
 * Decompresses raw Snappy into exactly `length` bytes. Every copy is checked before it is made, so that no input takes
 * longer than its output. Source: google/snappy, format_description.txt.
 *
 * @throws BraidynError `SUBMISSION_PARQUET`.
 */
export function unsnap(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  let at = preambleEnd(input, length);
  let out = 0;
  while (at < input.length) {
    const tag = input[at++]!;
    const extra = (tag & 3) === 0 ? Math.max(0, (tag >> 2) - 59) : [0, 1, 2, 4][tag & 3]!;
    if (at + extra > input.length) throw damaged("snappy: end of data");
    let written = 0;
    for (let i = 0; i < extra; i++) written += input[at + i]! * 2 ** (8 * i);
    at += extra;
    const size = copySize(tag, written);
    if (size > length - out) throw damaged(`snappy: more than ${length} bytes`);
    if ((tag & 3) === 0) {
      if (size > input.length - at) throw damaged("snappy: end of data");
      output.set(input.subarray(at, at + size), out);
      at += size;
    } else {
      const back = (tag & 3) === 1 ? (tag >> 5) * 256 + written : written;
      if (back === 0 || back > out) throw damaged("snappy: offset");
      // one byte after another: a copy may reach into what it writes
      for (let i = 0; i < size; i++) output[out + i] = output[out + i - back]!;
    }
    out += size;
  }
  if (out !== length) throw damaged(`snappy: ${out} of ${length} bytes`);
  return output;
}

function copySize(tag: number, written: number): number {
  if ((tag & 3) === 1) return 4 + ((tag >> 2) & 7);
  if ((tag & 3) !== 0) return 1 + (tag >> 2);
  return 1 + (tag >> 2 < 60 ? tag >> 2 : written);
}

/** The stream begins with its own length, in groups of seven bits. */
function preambleEnd(input: Uint8Array, length: number): number {
  let claimed = 0;
  for (let i = 0; i < 5; i++) {
    const byte = input[i] ?? 0x80;
    claimed += (byte & 0x7f) * 2 ** (7 * i);
    if (byte >= 0x80) continue;
    if (claimed !== length) throw damaged(`snappy: ${claimed} bytes != ${length}`);
    return i + 1;
  }
  throw damaged("snappy: length");
}
