import { framesPerSecond } from "../clock.ts";
import type { RandomStream } from "../random.ts";

/**
 * `length` frames of noise of unit variance whose power falls above `cornerHz` (first-order autoregression).
 * With `second`, it falls once more above that frequency.
 */
export function colouredNoise(
  length: number,
  cornerHz: number,
  random: RandomStream,
  second?: number,
): Float64Array {
  const noise = new Float64Array(length);
  const keep = decay(cornerHz);
  const push = Math.sqrt(1 - keep * keep);
  const { normal } = random;
  let x = normal();
  for (let i = 0; i < length; i++) {
    x = keep * x + push * normal();
    noise[i] = x;
  }
  return second === undefined ? noise : smooth(noise, keep, decay(second));
}

/** First-order low-pass, scaled to keep unit variance where the input is first-order noise with memory `keep`. */
function smooth(noise: Float64Array, keep: number, slow: number): Float64Array {
  const scale = Math.sqrt(((1 + slow) * (1 - keep * slow)) / ((1 - slow) * (1 + keep * slow)));
  let y = noise[0] ?? 0;
  for (let i = 0; i < noise.length; i++) {
    y = slow * y + (1 - slow) * noise[i]!;
    noise[i] = scale * y;
  }
  return noise;
}

/** What is left after one frame. */
function decay(cornerHz: number): number {
  return Math.exp((-2 * Math.PI * cornerHz) / framesPerSecond);
}
