import type { Kind } from "../../entry/linear.ts";
import type { Scale } from "../../entry/standardise.ts";
import { filters, kernelFrames, strideFrames, type Network } from "./network.ts";
import { onnxFile, type OnnxNode, type OnnxTensor } from "./onnx-file.ts";

export interface ToOnnxOptions {
  readonly network: Network;
  /** Of one row's input, `[45, 44]`. */
  readonly inputShape: readonly number[];
  /** Of the regions. */
  readonly inputScale: Scale;
  /** Of the truth columns; mean 0 and spread 1 for binary ones. */
  readonly truthScale: Scale;
  readonly kinds: readonly Kind[];
}

/**
 * A network as `model.onnx`, standardising included: whoever runs it gives the bundle's inputs as they are.
 *
 * @throws Error where binary columns and numbers are mixed.
 */
export function toOnnx({ network, inputShape, inputScale, truthScale, kinds }: ToOnnxOptions): Uint8Array {
  const { regions, steps, outputs } = network;
  if (new Set(kinds).size > 1)
    throw new Error("write a file for columns of one kind, or add a Split before the Sigmoid");
  const hidden = filters * steps;
  const weights = network.outputWeights.map(
    (weight, i) => weight * truthScale.spread[Math.floor(i / hidden)],
  );
  const bias = network.outputBias.map((value, i) => value * truthScale.spread[i] + truthScale.mean[i]);
  const constants = [
    constant("mean", [regions], inputScale.mean),
    constant("spread", [regions], inputScale.spread),
    constant("filter_weights", [filters, regions, kernelFrames], network.filterWeights),
    constant("filter_bias", [filters], network.filterBias),
    constant("output_weights", [outputs, hidden], weights),
    constant("output_bias", [outputs], bias),
  ];
  const input = { name: "input", dims: ["row", ...inputShape] };
  const output = { name: "predictions", dims: ["row", outputs] };
  return onnxFile({ nodes: nodesOf(inputShape.length, kinds[0]), constants, input, output });
}

function nodesOf(axes: number, kind: Kind): OnnxNode[] {
  const convolution = { kernel_shape: [kernelFrames], strides: [strideFrames] };
  const scores = kind === "binary" ? "scores" : "predictions";
  // axes before frames and regions (40 windows in learning-day) are averaged
  const before = Array.from({ length: axes - 2 }, (_, axis) => axis + 1);
  const averaged = before.length === 0 ? "input" : "averaged";
  const average = {
    operator: "ReduceMean",
    inputs: ["input"],
    output: averaged,
    attributes: { axes: before, keepdims: 0 },
  };
  const nodes: OnnxNode[] = [
    { operator: "Sub", inputs: [averaged, "mean"], output: "centred" },
    { operator: "Div", inputs: ["centred", "spread"], output: "standardised" },
    { operator: "Transpose", inputs: ["standardised"], output: "by_region", attributes: { perm: [0, 2, 1] } },
    {
      operator: "Conv",
      inputs: ["by_region", "filter_weights", "filter_bias"],
      output: "answers",
      attributes: convolution,
    },
    { operator: "Relu", inputs: ["answers"], output: "positive" },
    { operator: "Flatten", inputs: ["positive"], output: "hidden", attributes: { axis: 1 } },
    {
      operator: "Gemm",
      inputs: ["hidden", "output_weights", "output_bias"],
      output: scores,
      attributes: { transB: 1 },
    },
  ];
  const sigmoid: OnnxNode = { operator: "Sigmoid", inputs: ["scores"], output: "predictions" };
  return [...(before.length === 0 ? [] : [average]), ...nodes, ...(kind === "binary" ? [sigmoid] : [])];
}

function constant(name: string, dims: readonly number[], values: ArrayLike<number>): OnnxTensor {
  return { name, dims, data: Float32Array.from(values) };
}
