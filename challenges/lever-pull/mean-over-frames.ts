import type { Rows } from "@braidyn/harness";

/** Mean of frames `from <= frame < to` of every row and region: rows x regions. */
export function meanOverFrames({ count, inputShape, input }: Rows, from: number, to: number): Float64Array {
  const [frames = 0, regions = 0] = inputShape;
  const means = new Float64Array(count * regions);
  for (let row = 0; row < count; row++) {
    for (let frame = from; frame < to; frame++) {
      const start = (row * frames + frame) * regions;
      for (let r = 0; r < regions; r++)
        means[row * regions + r]! += (input[start + r] as number) / (to - from);
    }
  }
  return means;
}
