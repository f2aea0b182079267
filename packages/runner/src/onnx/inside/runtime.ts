/** What is used of onnxruntime-web, which is loaded from a folder of the sandbox. */
export interface OnnxRuntime {
  readonly env: { wasm: { numThreads?: number; proxy?: boolean }; logLevel?: string };
  readonly Tensor: new (
    type: string,
    data: Float32Array | Float64Array,
    dims: readonly number[],
  ) => OnnxTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
}

export interface OnnxTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: ArrayLike<unknown>;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly inputMetadata: readonly OnnxValue[];
  readonly outputMetadata: readonly OnnxValue[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}

export interface OnnxValue {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  /** A name, or a huge number, where the size is open. */
  readonly shape?: readonly (number | string)[];
}
