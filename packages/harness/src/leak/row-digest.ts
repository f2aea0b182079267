import type { LeakRows } from "./leak-rows.ts";

/** Rows boiled down to what duplicates are found by; the input itself may go. */
export interface RowDigest {
  readonly count: number;
  /** A 53-bit hash of each row's bytes; NaN for a row that is all one value. */
  readonly hashes: Float64Array;
  /** Hashes of stretches of samples: count x stretches; NaN for those of few different values. */
  readonly stretches: Float64Array;
  readonly stretchesPerRow: number;
  /** A sketch of each row's shape (its mean and size taken out), count x sketchLength: differences keep their length. */
  readonly sketches: Float32Array;
  /** Whether rows are long enough for sketches to mean anything. */
  readonly comparable: boolean;
}

export const sketchLength = 48;

/** Values in a stretch: fewer could be equal by accident. */
const stretchValues = 8;
/** Different values that a stretch must have: of 0/1 signals many are equal. */
const differentValues = 6;
/** Values in a row for its shape to be its own. */
const comparableValues = 64;

export function digestRows({ count, inputShape, input }: LeakRows): RowDigest {
  const [outer = 1, ...rest] = inputShape;
  const inner = rest.reduce((product, size) => product * size, 1);
  const values = outer * inner;
  const steps = Math.max(1, Math.ceil(stretchValues / inner));
  const stretchesPerRow = Math.max(0, outer - steps + 1);
  const bits = new Uint32Array(input.buffer, input.byteOffset, input.length);
  const hashes = new Float64Array(count);
  const stretches = new Float64Array(count * stretchesPerRow);
  const sketches = new Float32Array(count * sketchLength);
  const places = sketchPlaces(values);
  for (let row = 0; row < count; row++) {
    const start = row * values;
    hashes[row] = varied(bits, start, values, 2) ? hashOf(bits, start, values) : NaN;
    for (let step = 0; step < stretchesPerRow; step++) {
      const from = start + step * inner;
      const length = steps * inner;
      stretches[row * stretchesPerRow + step] = varied(bits, from, length, differentValues)
        ? hashOf(bits, from, length)
        : NaN;
    }
    sketch(input, start, values, places, sketches.subarray(row * sketchLength, (row + 1) * sketchLength));
  }
  return { count, hashes, stretches, stretchesPerRow, sketches, comparable: values >= comparableValues };
}

/** Two 32-bit FNV-1a hashes over words, mixed into 53 bits. */
function hashOf(bits: Uint32Array, start: number, length: number): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = start; i < start + length; i++) {
    const word = bits[i] as number;
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ ((word << 13) | (word >>> 19)), 0x85ebca6b);
  }
  a ^= a >>> 15;
  b ^= b >>> 13;
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}

function varied(bits: Uint32Array, start: number, length: number, needed: number): boolean {
  const seen: number[] = [];
  for (let i = start; i < start + length && seen.length < needed; i++) {
    const word = bits[i] as number;
    if (!seen.includes(word)) seen.push(word);
  }
  return seen.length >= needed;
}

/** Which bucket each value is added to, and with which sign (a count sketch). Source: Charikar et al. 2002. */
function sketchPlaces(values: number): Int32Array {
  let state = 0x2545f491;
  return Int32Array.from({ length: values }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const bucket = (state >>> 1) % sketchLength;
    return state & 1 ? bucket + 1 : -bucket - 1;
  });
}

function sketch(
  input: Float32Array,
  start: number,
  values: number,
  places: Int32Array,
  into: Float32Array,
): void {
  let sum = 0;
  for (let i = 0; i < values; i++) sum += finite(input[start + i]);
  const mean = sum / values;
  let squares = 0;
  for (let i = 0; i < values; i++) {
    const value = finite(input[start + i]) - mean;
    const place = places[i] as number;
    squares += value * value;
    into[Math.abs(place) - 1]! += Math.sign(place) * value;
  }
  const size = Math.sqrt(squares) || 1;
  for (let k = 0; k < into.length; k++) into[k]! /= size;
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
