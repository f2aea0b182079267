/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Whole numbers below this are exact, and stay so with one digit more. */
const exactBefore = Math.floor(Number.MAX_SAFE_INTEGER / 10) - 1;

/**
 * The number that plain decimal digits write (`-0.8444218515250481`, `3e-7`), where it can be had exactly rounded by one
 * multiplication or division; NaN for all else, which says nothing of what it is.
 *
 * Source: the fast path of Clinger 1990, "How to read floating point numbers accurately": a whole number and a power of
 * ten that are both exact have a quotient that is rounded once.
 */
export function decimalOfBytes(bytes: Uint8Array, length: number): number {
  let at = 0;
  const negative = bytes[0] === 0x2d;
  if (negative) at++;
  let digits = 0;
  let whole = 0;
  let exponent = 0;
  let afterPoint = 0;
  for (; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x2e && afterPoint === 0) {
      afterPoint = 1;
      continue;
    }
    const digit = byte - 0x30;
    if (digit < 0 || digit > 9) break;
    if (whole > exactBefore) return NaN;
    whole = 10 * whole + digit;
    exponent -= afterPoint;
    digits++;
  }
  if (digits === 0) return NaN;
  if (at < length) {
    const written = exponentOf(bytes, at, length);
    if (Number.isNaN(written)) return NaN;
    exponent += written;
  }
  if (exponent < -22 || exponent > 22) return NaN;
  const value = exponent < 0 ? whole / powers[-exponent]! : whole * powers[exponent]!;
  return negative ? -value : value;
}

/** `e-7` as -7; NaN for anything else. */
function exponentOf(bytes: Uint8Array, from: number, length: number): number {
  if ((bytes[from]! | 0x20) !== 0x65) return NaN;
  const sign = bytes[from + 1];
  const start = from + 1 + Number(sign === 0x2d || sign === 0x2b);
  if (length - start < 1 || length - start > 3) return NaN;
  let value = 0;
  for (let at = start; at < length; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    value = 10 * value + digit;
  }
  return sign === 0x2d ? -value : value;
}
