/**
 * A small network over time: filters that slide over the frames of all regions (convolution), what is positive of their
 * answers (ReLU), and a weighted sum of that for every truth column.
 */

/** Frames that a filter sees, and by which it moves on: 0.3 s and 0.1 s. */
export const kernelFrames = 9;
export const strideFrames = 3;
export const filters = 8;

export interface Network {
  readonly regions: number;
  readonly steps: number;
  readonly outputs: number;
  /** filters x regions x kernelFrames, as ONNX has them. */
  readonly filterWeights: Float64Array;
  readonly filterBias: Float64Array;
  /** outputs x (filters * steps). */
  readonly outputWeights: Float64Array;
  readonly outputBias: Float64Array;
}

/** @param draw gives normal random numbers, from a seed. */
export function createNetwork(
  { frames, regions, outputs }: { frames: number; regions: number; outputs: number },
  draw: () => number,
): Network {
  const steps = Math.floor((frames - kernelFrames) / strideFrames) + 1;
  const random = (count: number, spread: number) =>
    Float64Array.from({ length: count }, () => spread * draw());
  return {
    ...{ regions, steps, outputs },
    filterWeights: random(filters * regions * kernelFrames, 1 / Math.sqrt(regions * kernelFrames)),
    filterBias: new Float64Array(filters),
    outputWeights: random(outputs * filters * steps, 1 / Math.sqrt(filters * steps)),
    outputBias: new Float64Array(outputs),
  };
}

/** What the filters answer on one row (frames x regions, standardised): filters x steps, nothing below 0. */
export function filtered(network: Network, row: Float64Array): Float64Array {
  const { regions, steps, filterWeights, filterBias } = network;
  const result = new Float64Array(filters * steps);
  for (let filter = 0; filter < filters; filter++) {
    for (let step = 0; step < steps; step++) {
      let sum = filterBias[filter];
      for (let region = 0; region < regions; region++) {
        const weight = (filter * regions + region) * kernelFrames;
        const start = step * strideFrames * regions + region;
        for (let k = 0; k < kernelFrames; k++) sum += filterWeights[weight + k] * row[start + k * regions];
      }
      result[filter * steps + step] = Math.max(0, sum);
    }
  }
  return result;
}

/** A value a truth column; a probability is its logistic function. */
export function outputOf(
  { outputs, outputWeights, outputBias }: Network,
  hidden: Float64Array,
): Float64Array {
  return Float64Array.from({ length: outputs }, (_, output) => {
    let sum = outputBias[output];
    for (let i = 0; i < hidden.length; i++) sum += outputWeights[output * hidden.length + i] * hidden[i];
    return sum;
  });
}

/** Adds to `slopes` how the loss changes with every weight, given how it changes with the outputs (chain rule). */
export function addSlopes(
  network: Network,
  { row, hidden, error }: { row: Float64Array; hidden: Float64Array; error: Float64Array },
  slopes: Network,
): void {
  const { regions, steps, outputs, outputWeights } = network;
  const size = hidden.length;
  const back = new Float64Array(size);
  for (let output = 0; output < outputs; output++) {
    slopes.outputBias[output] += error[output];
    for (let i = 0; i < size; i++) {
      slopes.outputWeights[output * size + i] += error[output] * hidden[i];
      if (hidden[i] > 0) back[i] += error[output] * outputWeights[output * size + i];
    }
  }
  for (let i = 0; i < size; i++) {
    if (back[i] === 0) continue;
    const filter = Math.floor(i / steps);
    slopes.filterBias[filter] += back[i];
    for (let region = 0; region < regions; region++) {
      const weight = (filter * regions + region) * kernelFrames;
      const start = (i % steps) * strideFrames * regions + region;
      for (let k = 0; k < kernelFrames; k++) {
        slopes.filterWeights[weight + k] += back[i] * row[start + k * regions];
      }
    }
  }
}
