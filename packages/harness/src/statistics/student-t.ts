/**
 * The t above which Student's distribution with whole `freedom` >= 1 has the share `tail` (0 to 1/2), to 1e-12 of it.
 * Only operations that IEEE 754 rounds exactly, so that intervals are the same in every engine.
 */
export function studentQuantile(tail: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentTail(high, freedom) > tail && high < 2 ** 40) high *= 2;
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (studentTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * How likely Student's t with `freedom` degrees is above t >= 0. Source: the finite series of Abramowitz & Stegun 1964,
 * 26.7.3 and 26.7.4.
 */
export function studentTail(t: number, freedom: number): number {
  const cos2 = freedom / (freedom + t * t);
  const sin = t / Math.sqrt(freedom + t * t);
  let term = freedom % 2 === 0 ? 1 : Math.sqrt(cos2);
  let sum = freedom === 1 ? 0 : term;
  for (let k = freedom % 2 === 0 ? 2 : 3; k <= freedom - 2; k += 2) {
    term *= (cos2 * (k - 1)) / k;
    sum += term;
  }
  const inside =
    freedom % 2 === 0 ? sin * sum : (2 / Math.PI) * (arcTangent(t / Math.sqrt(freedom)) + sin * sum);
  return (1 - inside) / 2;
}

/** For x >= 0: the angle is halved three times, then atan x = x - x^3 / 3 + x^5 / 5 ... */
function arcTangent(x: number): number {
  let part = x;
  for (let i = 0; i < 3; i++) part /= 1 + Math.sqrt(1 + part * part);
  const z = part * part;
  let series = 0;
  for (let k = 27; k >= 1; k -= 2) series = 1 / k - z * series;
  return 8 * part * series;
}
