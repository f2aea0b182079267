import type { Rows } from "@braidyn/harness";

/**
 * Mean of frames `from <= frame < to` of every row and region: rows x regions. The last two axes of a row's input are
 * frames and regions; axes before them (windows of one session) are averaged as well.
 */
export function meanOverFrames({ count, inputShape, input }: Rows, from: number, to: number): Float64Array {
  const [frames = 0, regions = 0] = inputShape.slice(-2);
  const windows = inputShape.slice(0, -2).reduce((product, size) => product * size, 1);
  const means = new Float64Array(count * regions);
  const share = 1 / ((to - from) * windows);
  for (let window = 0; window < count * windows; window++) {
    const row = Math.floor(window / windows);
    for (let frame = from; frame < to; frame++) {
      const start = (window * frames + frame) * regions;
      for (let r = 0; r < regions; r++) means[row * regions + r]! += (input[start + r] as number) * share;
    }
  }
  return means;
}
