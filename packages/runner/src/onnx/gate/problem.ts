/** Why a model is refused: an error's code and parameters, as plain data that crosses from the sandbox. */
export interface GateProblem {
  readonly code: GateCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export const gateCodes = [
  "ONNX_SIZE",
  "ONNX_PROTOBUF",
  "ONNX_VERSION",
  "ONNX_DOMAIN",
  "ONNX_FUNCTIONS",
  "ONNX_NODES",
  "ONNX_OPERATOR",
  "ONNX_SUBGRAPH",
  "ONNX_EXTERNAL",
  "ONNX_SPARSE",
  "ONNX_TENSOR",
  "ONNX_NOT_FINITE",
  "ONNX_MEMORY",
  "ONNX_INPUT",
  "ONNX_OUTPUT",
  "ONNX_RUN",
] as const;
export type GateCode = (typeof gateCodes)[number];

/** Carries a problem out of the walk, which stops at the first. */
export class Refused extends Error {
  readonly problem: GateProblem;
  constructor(code: GateCode, parameters: GateProblem["parameters"]) {
    super(code);
    this.problem = { code, parameters };
  }
}

/** A name out of a model, for a message: short, and without what would drive a terminal. */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{C}\u2028\u2029]/gu, "\uFFFD") || "-";
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}
