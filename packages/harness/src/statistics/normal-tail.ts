/** Beyond this many standard deviations the tail is below the rounding error of 1/2 minus the rest. */
const FAR = 8;

/**
 * How likely a standard normal variable is above x >= 0, to 1e-13. Source: Marsaglia 2004, "Evaluating the normal
 * distribution": 1/2 + phi(x) (x + x^3 / 3 + x^5 / (3 5) + ...). Only operations that IEEE 754 rounds exactly, so that
 * intervals are the same in every engine.
 */
export function normalTail(x: number): number {
  if (x >= FAR) return 0;
  let sum = x;
  let term = x;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return Math.max(0, 0.5 - (sum / Math.sqrt(2 * Math.PI)) * expMinus((x * x) / 2));
}

/** exp(-y) for 0 <= y <= 32: the series of exp(-y / 1024), squared ten times. */
function expMinus(y: number): number {
  const part = -y / 1024;
  let series = 1;
  for (let k = 10; k >= 1; k--) series = 1 + (part / k) * series;
  for (let i = 0; i < 10; i++) series *= series;
  return series;
}
