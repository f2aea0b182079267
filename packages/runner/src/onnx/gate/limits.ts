/** What a model may hold. Far above what fits 45 x 44 inputs, and low enough that reading it is quick. */
export const gateLimits = {
  bytes: 64 * 2 ** 20,
  nodes: 5000,
  initializers: 10_000,
  /** Graph inputs and outputs; inputs name the initializers too in old models. */
  values: 10_100,
  attributes: 64,
  /** Inputs or outputs of one node. */
  ends: 256,
  nameBytes: 1024,
  dimensions: 8,
  /** Values that one node may make out of a shape written in the model, and all such nodes together. */
  madeValues: 16 * 2 ** 20,
  allMadeValues: 64 * 2 ** 20,
  opset: [11, 22],
  /** skl2onnx writes the least opset that a model needs. */
  opsetBesideMl: [9, 22],
  mlOpset: [1, 5],
  ir: [4, 13],
} as const;
