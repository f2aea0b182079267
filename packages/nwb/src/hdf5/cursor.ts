import { corrupt, unsupported } from "./errors.ts";

const decoder = new TextDecoder();
const undefinedAddress = 0xffffffffffffffffn;

/** No name of a sound file is longer; a damaged one must not make every look-up scan megabytes. */
const mostNameBytes = 4096;

/**
 * Reads little-endian fields of some bytes in order; reading past their end is a corrupt file, not garbage.
 * A class, since files make thousands of them.
 */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #label: string;
  readonly #origin: number;
  position: number;

  /** @param origin where `bytes[0]` stands in the file, for error messages. */
  constructor(bytes: Uint8Array, label: string, origin: number, position = 0) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#label = label;
    this.#origin = origin;
    this.position = position;
  }

  get remaining(): number {
    return this.bytes.length - this.position;
  }

  /** An error that names the place of the cursor. */
  corrupt(what: string): Error {
    return corrupt(this.#label, this.#origin + this.position, what);
  }

  /** An error for a sound feature that no reader here understands. */
  unsupported(what: string): Error {
    return unsupported(this.#label, what);
  }

  skip(count: number): this {
    this.#advance(count);
    return this;
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** A 64-bit length or count; beyond 2^53 no file can mean it. */
  u64(): number {
    const value = this.#view.getBigUint64(this.#advance(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.corrupt(`a length of ${value}`);
    return Number(value);
  }

  /** A 64-bit size that is only compared with others: Infinity beyond 2^53. */
  size64(): number {
    const value = this.#view.getBigUint64(this.#advance(8), true);
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value);
  }

  /** A 64-bit address; null where the format says "undefined" (all ones). */
  address(): number | null {
    const value = this.#view.getBigUint64(this.#advance(8), true);
    if (value === undefinedAddress) return null;
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.corrupt(`an address of ${value}`);
    return Number(value);
  }

  /** An unsigned integer of `count` bytes, at most 8. */
  unsigned(count: number): number {
    if (count === 8) return this.u64();
    let value = 0;
    const start = this.#advance(count);
    for (let i = count - 1; i >= 0; i--) value = value * 256 + (this.bytes[start + i] ?? 0);
    return value;
  }

  /** A cursor of its own over the next `count` bytes, which this one skips. */
  window(count: number): Cursor {
    const start = this.#advance(count);
    return new Cursor(this.bytes.subarray(start, start + count), this.#label, this.#origin + start);
  }

  take(count: number): Uint8Array {
    const start = this.#advance(count);
    return this.bytes.subarray(start, start + count);
  }

  /** `count` bytes as UTF-8, up to the first NUL. */
  text(count: number): string {
    return untilNul(this.take(count));
  }

  /** A NUL-terminated string; with `padTo` it fills a multiple of that many bytes. */
  terminatedText(padTo = 1): string {
    const end = this.bytes.subarray(0, this.position + mostNameBytes).indexOf(0, this.position);
    if (end < 0) throw this.corrupt("a name without an end");
    const length = end + 1 - this.position;
    const text = decoder.decode(this.bytes.subarray(this.position, end));
    this.#advance(Math.ceil(length / padTo) * padTo);
    return text;
  }

  /** Checks a four-letter signature such as "TREE". */
  signature(expected: string): this {
    const found = this.take(4);
    for (let i = 0; i < 4; i++) {
      if (found[i] !== expected.charCodeAt(i)) throw this.corrupt(`no ${expected} block where one is named`);
    }
    return this;
  }

  #advance(count: number): number {
    const start = this.position;
    // Put this way round, a count that is NaN is refused too.
    if (!(count >= 0 && start + count <= this.bytes.length)) {
      throw this.corrupt(`a field of ${count} bytes runs past its block`);
    }
    this.position = start + count;
    return start;
  }
}

/** Bytes as UTF-8, up to the first NUL. */
export function untilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
