import { damaged } from "./damaged.ts";

/**
 * Decodes the run-length and bit-packed hybrid: `count` numbers of `width` bits. A run longer than what is left is cut
 * there, whatever it claims. Source: parquet-format, Encodings.md.
 *
 * @throws BraidynError `SUBMISSION_PARQUET`.
 */
export function readHybrid(bytes: Uint8Array, width: number, count: number): Uint32Array {
  if (width > 32) throw damaged(`levels: ${width} bits`);
  const values = new Uint32Array(count);
  let at = 0;
  for (let done = 0; done < count;) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= bytes.length || shift > 28) throw damaged("levels: end of data");
      const byte = bytes[at++]!;
      head += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const packed = head % 2 === 1;
    const run = Math.min(Math.floor(head / 2) * (packed ? 8 : 1), count - done);
    if (run === 0 && !packed && head === 0) throw damaged("levels: empty run");
    if (packed) {
      const groups = Math.floor(head / 2);
      unpack(bytes, at, width, values.subarray(done, done + run));
      at += groups * width;
    } else {
      const size = (width + 7) >> 3;
      if (at + size > bytes.length) throw damaged("levels: end of data");
      let value = 0;
      for (let i = 0; i < size; i++) value += bytes[at + i]! * 2 ** (8 * i);
      values.fill(value, done, done + run);
      at += size;
    }
    done += run;
  }
  return values;
}

/** Numbers of `width` bits, the lowest bit first. */
function unpack(bytes: Uint8Array, from: number, width: number, values: Uint32Array): void {
  if (from + Math.ceil((values.length * width) / 8) > bytes.length) throw damaged("levels: end of data");
  let bit = from * 8;
  for (let i = 0; i < values.length; i++, bit += width) {
    let value = 0;
    for (let have = 0; have < width;) {
      const within = (bit + have) & 7;
      const take = Math.min(8 - within, width - have);
      value += ((bytes[Math.floor((bit + have) / 8)]! >> within) & ((1 << take) - 1)) * 2 ** have;
      have += take;
    }
    values[i] = value;
  }
}
