/** ln 2 in two parts: the first has 21 trailing zero bits, so that a whole number times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * ln(x) of a finite number above 0, within two units in the last place.
 *
 * Ours, because `Math.log` may differ in its last bit between engines, and a report must be the same bytes in all of
 * them: this takes only operations that IEEE 754 rounds exactly. With x = m 2^e and m near 1,
 * ln x = e ln 2 + 2 artanh((m - 1) / (m + 1)), by its series. Source: Abramowitz & Stegun 1964, 4.1.27.
 */
export function naturalLog(x: number): number {
  let m = x;
  let e = 0;
  for (; m < Math.SQRT1_2; e--) m *= 2;
  for (; m >= Math.SQRT2; e++) m /= 2;
  const s = (m - 1) / (m + 1); // |s| < 0.1716: the first term left out is below 2^-57 of the first
  const z = s * s;
  let tail = 0;
  for (let k = 23; k >= 3; k -= 2) tail = z * (1 / k + tail);
  return e * LN2_HIGH + (e * LN2_LOW + (2 * s + 2 * s * tail));
}
