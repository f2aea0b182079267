import { createRandom } from "@braidyn/harness";
import type { Kind } from "../../entry/linear.ts";
import { addSlopes, createNetwork, filtered, outputOf, type Network } from "./network.ts";

export interface TrainingRows {
  readonly count: number;
  readonly frames: number;
  readonly regions: number;
  /** count x frames x regions, standardised. */
  readonly input: Float64Array;
  /** A column each, NaN where a row has none; numbers are standardised. */
  readonly truth: readonly Float64Array[];
  readonly kinds: readonly Kind[];
}

export interface TrainingOptions {
  readonly seed: number;
  readonly epochs?: number;
  readonly batch?: number;
  readonly rate?: number;
  /** Part of every weight that is taken away a step, relative to the rate. */
  readonly decay?: number;
  /** Share of the filters' answers that is left out at random while learning. */
  readonly dropout?: number;
}

type Part = "filterWeights" | "filterBias" | "outputWeights" | "outputBias";
const parts: readonly Part[] = ["filterWeights", "filterBias", "outputWeights", "outputBias"];

/** Learns by small steps down the loss (AdamW: Loshchilov and Hutter 2019). The same seed gives the same network. */
export function trainNetwork(
  rows: TrainingRows,
  { seed, epochs = 60, batch = 32, rate = 2e-3, decay = 0.1, dropout = 0.5 }: TrainingOptions,
): Network {
  const random = createRandom(seed);
  const draw = () => normal(random.uniform);
  const shape = { frames: rows.frames, regions: rows.regions, outputs: rows.truth.length };
  const network = createNetwork(shape, draw);
  const blank = () => createNetwork(shape, () => 0);
  const [mean, square] = [blank(), blank()];
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.shuffle(Array.from({ length: rows.count }, (_, row) => row));
    for (let from = 0; from < order.length; from += batch) {
      const slopes = blank();
      for (const row of order.slice(from, from + batch))
        learnFrom(network, rows, row, dropout, random.uniform, slopes);
      stepDown(network, { slopes, mean, square }, { step: ++step, batch, rate, decay });
    }
  }
  return network;
}

function learnFrom(
  network: Network,
  { input, frames, regions, truth, kinds }: TrainingRows,
  row: number,
  dropout: number,
  uniform: () => number,
  slopes: Network,
): void {
  const values = input.subarray(row * frames * regions, (row + 1) * frames * regions);
  const hidden = filtered(network, values).map((value) => (uniform() < dropout ? 0 : value / (1 - dropout)));
  const output = outputOf(network, hidden);
  // the same for cross-entropy of a probability and for half the squared error of a number
  const error = output.map((score, i) => {
    const known = truth[i][row];
    return Number.isNaN(known) ? 0 : (kinds[i] === "binary" ? 1 / (1 + Math.exp(-score)) : score) - known;
  });
  addSlopes(network, { row: values, hidden, error }, slopes);
}

interface Moments {
  readonly slopes: Network;
  readonly mean: Network;
  readonly square: Network;
}

function stepDown(
  network: Network,
  { slopes, mean, square }: Moments,
  { step, batch, rate, decay }: { step: number; batch: number; rate: number; decay: number },
): void {
  const [b1, b2] = [0.9, 0.999];
  for (const part of parts) {
    const weights = network[part];
    for (let i = 0; i < weights.length; i++) {
      const slope = slopes[part][i] / batch;
      mean[part][i] = b1 * mean[part][i] + (1 - b1) * slope;
      square[part][i] = b2 * square[part][i] + (1 - b2) * slope * slope;
      const towards =
        mean[part][i] / (1 - b1 ** step) / (Math.sqrt(square[part][i] / (1 - b2 ** step)) + 1e-8);
      weights[i] -= rate * (towards + decay * weights[i]);
    }
  }
}

/** Box and Muller 1958. */
function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
